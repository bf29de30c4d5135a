package io.groundswell.gateway.passthrough;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.groundswell.gateway.upstream.Upstream;
import io.groundswell.gateway.upstream.Upstreams;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.problem.Problems;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;

/**
 * Sends requests for public paths on to their services and the answers back, both as they stream. Each service has a pool of
 * connections of its own, so that a slow one cannot take the others' away.
 */
@Singleton
public class PassThrough {
    /** Before REST resources, which answer what they do not know with 404. */
    private static final int BEFORE_RESOURCES = 1;
    private static final ProxyOptions NO_WEB_SOCKETS = new ProxyOptions().setSupportWebSocket(false);

    private final Upstreams upstreams;
    private final PassThroughSettings settings;
    private final Problems problems;
    private final Map<Upstream, HttpClient> clients = new EnumMap<>(Upstream.class);
    /**
     * Connections on which it is anyone's guess where the next request begins. They are closed, but what was read along with
     * the ambiguous request may be handed out as a request before.
     */
    private final Set<HttpConnection> astray = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    PassThrough(Vertx vertx, Upstreams upstreams, PassThroughSettings settings, Problems problems) {
        this.upstreams = upstreams;
        this.settings = settings;
        this.problems = problems;
        for (Upstream upstream : Upstream.values()) {
            clients.put(upstream, vertx.createHttpClient(options(settings)));
        }
    }

    @PreDestroy
    void close() {
        clients.values().forEach(HttpClient::close);
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_RESOURCES).handler(this::pass);
    }

    private void pass(RoutingContext context) {
        HttpServerRequest request = context.request();
        Upstream upstream = PublicPaths.upstreamOf(pathOf(request));
        if (astray.contains(request.connection())) {
            context.response().setStatusCode(HttpResponseStatus.BAD_REQUEST.code()).end();
        } else if (upstream == null) {
            context.next();
        } else if (isAmbiguous(request)) {
            astray.add(request.connection());
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(_ -> request.connection().close());
            problems.send(ProblemException.of(ProblemType.BAD_REQUEST,
                    "The end of the body must be given once: by Content-Length or by Transfer-Encoding."), context);
        } else {
            HttpClient client = Objects.requireNonNull(clients.get(upstream));
            HttpProxy.reverseProxy(NO_WEB_SOCKETS, client)
                    .origin(_ -> client.request(origin(upstream, request))
                            .compose(outgoing -> tiedTo(context, outgoing)))
                    .addInterceptor(new Exchange(upstream, context, problems,
                            settings.trustForwardedHeaders()))
                    .handle(request);
        }
    }

    /** As sent: what the router offers is decoded and normalised, and services would see something else. */
    private static String pathOf(HttpServerRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /**
     * Two readers of such a request could disagree on where the next one begins (RFC 9112 §6.1). A Content-Length beside
     * chunks does not get this far: the server drops it while decoding, so services are sent chunks alone.
     */
    private static boolean isAmbiguous(HttpServerRequest request) {
        int lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH).size();
        String coding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        return lengths > 1 || (coding != null && (lengths > 0 || request.version() == HttpVersion.HTTP_1_0
                || !coding.strip().equalsIgnoreCase("chunked")));
    }

    /** Gives up the outgoing request when the client is gone before it has the whole answer. */
    private static Future<HttpClientRequest> tiedTo(RoutingContext context, HttpClientRequest outgoing) {
        if (context.response().closed()) {
            outgoing.reset();
            return Future.failedFuture("the client is gone");
        }
        context.response().closeHandler(_ -> {
            // after the whole answer, the connection to the service may be another request's already
            if (!context.response().ended()) {
                outgoing.reset();
            }
        });
        return Future.succeededFuture(outgoing);
    }

    private RequestOptions origin(Upstream upstream, HttpServerRequest request) {
        Duration idle = isBulk(request.getHeader(HttpHeaders.CONTENT_TYPE))
                ? settings.bulkIdleTimeout()
                : settings.idleTimeout();
        return upstreams.request(upstream).setConnectTimeout(settings.connectTimeout().toMillis())
                .setIdleTimeout(idle.toMillis());
    }

    private static boolean isBulk(@Nullable String contentType) {
        return contentType != null && (contentType.startsWith("application/x-ndjson") || contentType.startsWith("text/csv"));
    }

    private static HttpClientOptions options(PassThroughSettings settings) {
        return new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_1_1)
                .setMaxPoolSize(settings.maxConnections())
                .setMaxWaitQueueSize(settings.maxWaiting())
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setKeepAliveTimeout(20)
                .setDecompressionSupported(false);
    }
}
