package io.groundswell.campaign.rights.claim;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.rights.request.AuthorAnswers;
import io.groundswell.campaign.rights.request.RequestLocale;
import io.groundswell.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * Answers {@code /v1/claims/{token}} for people: pages, not problem documents. A plain route, because networks append parameters of
 * their own to links, and such a link must work. Who knows the token may answer; there are no cookies, so no other site can answer
 * in somebody's name without it.
 */
@Singleton
class ClaimRoute {
    private static final String PREFIX = "/v1/claims/";
    private static final long LARGEST_FORM = 4096;

    private final Claims claims;
    private final ClaimPage page;
    private final Problems problems;

    ClaimRoute(Claims claims, ClaimPage page, Problems problems) {
        this.claims = claims;
        this.page = page;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route(PREFIX + ":token").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::show);
        router.route(PREFIX + ":token").method(HttpMethod.POST)
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM)).handler(this::answer);
    }

    private void show(RoutingContext context) {
        respond(context, claims.look(token(context)), view -> page(context, view));
    }

    private void answer(RoutingContext context) {
        respond(context, claims.answer(token(context), decision(context), locale(context)), instead -> {
            if (instead == null) {
                headers(context).setStatusCode(303)
                        .putHeader(HttpHeaders.LOCATION, context.request().path() + "?lang=" + locale(context).tag()).end();
            } else {
                page(context, instead);
            }
        });
    }

    /** What is found comes on a connection's thread; the answer is written on the request's. */
    private <T extends @Nullable Object> void respond(RoutingContext context, Uni<T> found, Consumer<T> answer) {
        Context caller = context.vertx().getOrCreateContext();
        found.emitOn(task -> caller.runOnContext(_ -> task.run())).onItem().invoke(answer).subscribe().with(_ -> {},
                failure -> problems.send(problems.translate(failure, context), context));
    }

    private void page(RoutingContext context, ClaimView view) {
        RequestLocale locale = locale(context);
        HttpServerResponse response = headers(context).setStatusCode(view.kind().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, locale.tag())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .putHeader("Content-Security-Policy", page.contentSecurityPolicy());
        response.end(page.html(view, locale));
    }

    /** The link is a secret: nothing may keep it, send it on, or find it. */
    private static HttpServerResponse headers(RoutingContext context) {
        return context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Content-Type-Options", "nosniff").putHeader("X-Robots-Tag", "noindex, nofollow");
    }

    private static String token(RoutingContext context) {
        return context.request().path().substring(PREFIX.length());
    }

    private static RequestLocale locale(RoutingContext context) {
        String asked = context.request().getParam("lang");
        return Arrays.stream(RequestLocale.values()).filter(locale -> locale.tag().equals(asked)).findFirst()
                .orElseGet(() -> RequestLocale.bestFor(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static AuthorAnswers.@Nullable Answer decision(RoutingContext context) {
        String pressed = context.request().getFormAttribute("decision");
        return Arrays.stream(AuthorAnswers.Answer.values())
                .filter(answer -> answer.name().toLowerCase(Locale.ROOT).equals(pressed)).findFirst().orElse(null);
    }
}
