package io.groundswell.gateway.gallery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.problem.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers {@code /embed/…} and {@code /wall/{publicId}}. Plain routes: pages append what they like to addresses of scripts, and
 * any query is accepted and dropped.
 */
@Singleton
class GalleryPages {
    private static final Pattern PUBLIC_ID = Pattern.compile("[1-9A-HJ-NP-Za-km-z]{22}");
    private static final String FIVE_MINUTES = "public, max-age=300";
    private static final String REVALIDATE = "no-cache";
    /** The page needs its own script and style, the collection at its own origin, and pictures and films from anywhere. */
    private static final String WALL_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src https:; media-src https:; base-uri 'none'; form-action 'none'; frame-ancestors *";

    private final Map<String, Asset> files;
    private final Asset wall;
    private final String origin;
    private final Problems problems;

    GalleryPages(@ConfigProperty(name = "groundswell.public-url") Optional<String> publicUrl, Problems problems) {
        this.files = Stream.of("groundswell-gallery.js", "groundswell-wall.js", "groundswell-wall.css")
                .collect(Collectors.toUnmodifiableMap(file -> file, Asset::read));
        this.wall = Asset.read("wall.html");
        String url = publicUrl.orElse("http://localhost:8080");
        this.origin = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route("/embed/:file").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::file);
        router.route("/wall/:publicId").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::wall);
    }

    private void file(RoutingContext context) {
        Asset file = files.get(context.pathParam("file"));
        if (file == null) {
            problems.send(absent(), context);
            return;
        }
        // pages of other origins load it as a module, which browsers permit only when told so
        context.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin").putHeader(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES);
        send(context, file);
    }

    private void wall(RoutingContext context) {
        String id = context.pathParam("publicId");
        if (!PUBLIC_ID.matcher(id).matches()) {
            problems.send(absent(), context);
            return;
        }
        context.response().putHeader("Content-Security-Policy", WALL_POLICY).putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .putHeader(HttpHeaders.CACHE_CONTROL, REVALIDATE);
        send(context, wall.with("id", id)
                .with("address", URLEncoder.encode(origin + "/wall/" + id, StandardCharsets.UTF_8)));
    }

    private void send(RoutingContext context, Asset asset) {
        HttpServerResponse response = context.response().putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(HttpHeaders.ETAG, asset.tag().headerValue());
        if (Preconditions.notModified(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), asset.tag())) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, asset.contentType()).end(asset.text());
        }
    }

    private static ProblemException absent() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is nothing at this address.");
    }
}
