package io.groundswell.advocacy.link;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.problem.Problems;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers {@code GET /s/{code}}. A plain route on the event loop: a known link costs one look into memory, one append to the
 * click journal and the answer. {@code HEAD} gets the same answer and counts nothing. Any query is accepted and dropped,
 * because networks append parameters of their own to the links that people post.
 */
@Singleton
class RedirectRoute {
    private static final String PREFIX = "/s/";
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    /** The page on which a colleague shared the link is nobody's business behind it. */
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence NOTHING = HttpHeaders.createOptimized("0");

    private final LinkTable table;
    private final UnknownCodes unknown;
    private final LinkVisits visits;
    private final Problems problems;

    RedirectRoute(LinkTable table, UnknownCodes unknown, LinkVisits visits, Problems problems) {
        this.table = table;
        this.unknown = unknown;
        this.visits = visits;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route(PREFIX + ":code").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        String code = context.request().path().substring(PREFIX.length());
        Link link = table.find(code);
        if (link != null) {
            redirect(context, link);
        } else if (!ShortCode.isCode(code)) {
            problems.send(noSuchLink(), context);
        } else {
            Context caller = context.vertx().getOrCreateContext();
            unknown.find(code).emitOn(task -> caller.runOnContext(_ -> task.run())).subscribe().with(
                    found -> answer(context, found),
                    failure -> problems.send(problems.translate(failure, context), context));
        }
    }

    private void answer(RoutingContext context, @Nullable Link found) {
        if (found == null) {
            problems.send(noSuchLink(), context);
        } else {
            redirect(context, found);
        }
    }

    private void redirect(RoutingContext context, Link link) {
        HttpServerRequest request = context.request();
        if (HttpMethod.GET.equals(request.method())) {
            visits.visited(link, request);
        }
        context.response().setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, link.location())
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .putHeader(REFERRER_POLICY, NO_REFERRER)
                .putHeader(HttpHeaders.CONTENT_LENGTH, NOTHING)
                .end();
    }

    private static ProblemException noSuchLink() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such short link, or it is no longer in use.");
    }
}
