package io.groundswell.gateway.passthrough;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.groundswell.gateway.upstream.Upstream;
import io.groundswell.kit.problem.Problem;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.problem.Problems;
import io.groundswell.kit.problem.RequestId;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** One request on its way to a service and its answer on the way back. */
final class Exchange implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final String FORWARDED_HOST = "X-Forwarded-Host";
    /** What only the two ends of one connection tell each other (RFC 9110 §7.6.1) beyond what the proxy leaves out itself. */
    private static final List<String> HOP_BY_HOP = List.of("Connection", "Proxy-Connection", "Keep-Alive", "TE", "Upgrade");

    private final Upstream upstream;
    private final RoutingContext context;
    private final Problems problems;
    private final boolean trustForwarded;

    Exchange(Upstream upstream, RoutingContext context, Problems problems, boolean trustForwarded) {
        this.upstream = upstream;
        this.context = context;
        this.problems = problems;
        this.trustForwarded = trustForwarded;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
        MultiMap headers = proxy.request().headers();
        removeHopByHop(headers);
        forward(headers);
        headers.set(RequestId.HEADER, RequestId.of(context));
        return proxy.sendRequest().recover(failure -> Future.succeededFuture(refuse(proxy, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxy) {
        MultiMap headers = proxy.response().headers();
        removeHopByHop(headers);
        // the gateway has named the request already; the service repeats the name
        headers.remove(RequestId.HEADER);
        if (proxy.response().getStatusCode() == HttpResponseStatus.NOT_MODIFIED.code()) {
            leaveOutBody(proxy.response());
        }
        return proxy.sendResponse().onFailure(failure -> {
            LOG.debugf(failure, "The answer of %s to %s was cut short", upstream.serviceName(), RequestId.of(context));
            // the length or the end that was promised does not come: only a broken connection tells the client so
            context.request().connection().close();
        });
    }

    /** The proxy would announce chunks, which is allowed and leaves some clients waiting for the first. */
    private static void leaveOutBody(ProxyResponse response) {
        Body none = response.getBody();
        if (none != null) {
            none.stream().resume();
            response.setBody(null);
        }
    }

    private static void removeHopByHop(MultiMap headers) {
        for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String named : value.split(",", -1)) {
                String name = named.strip();
                if (!name.isEmpty() && !name.equalsIgnoreCase("close") && !name.equalsIgnoreCase("keep-alive")) {
                    headers.remove(name);
                }
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }

    private void forward(MultiMap headers) {
        HttpServerRequest request = context.request();
        String client = request.connection().remoteAddress().hostAddress();
        if (trustForwarded) {
            String before = headers.get(FORWARDED_FOR);
            headers.set(FORWARDED_FOR, before == null ? client : before + ", " + client);
            setIfMissing(headers, FORWARDED_PROTO, request.scheme());
            setIfMissing(headers, FORWARDED_HOST, request.getHeader(HttpHeaders.HOST));
        } else {
            headers.remove("Forwarded");
            headers.names().stream().filter(name -> name.toLowerCase(Locale.ROOT).startsWith("x-forwarded-")).toList()
                    .forEach(headers::remove);
            headers.set(FORWARDED_FOR, client);
            setIfMissing(headers, FORWARDED_PROTO, request.scheme());
            setIfMissing(headers, FORWARDED_HOST, request.getHeader(HttpHeaders.HOST));
        }
    }

    private static void setIfMissing(MultiMap headers, String name, @Nullable String value) {
        if (value != null && !headers.contains(name)) {
            headers.set(name, value);
        }
    }

    private ProxyResponse refuse(ProxyContext proxy, Throwable failure) {
        LOG.warnf("%s %s [%s]: %s did not answer: %s", context.request().method(), context.request().path(),
                RequestId.of(context), upstream.serviceName(), failure);
        ProblemException problem = problem(failure);
        ProxyResponse response = proxy.request().release().response();
        response.setStatusCode(problem.type().status());
        response.setBody(Body.body(Buffer.buffer(problems.bytes(problem, context))));
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        for (Map.Entry<String, String> header : problem.headers()) {
            response.putHeader(header.getKey(), header.getValue());
        }
        return response;
    }

    private ProblemException problem(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return ProblemException.of(ProblemType.GATEWAY_TIMEOUT,
                    "The " + upstream.serviceName() + " did not answer in time. What was asked for may have happened.");
        }
        return ProblemException.unavailable("The " + upstream.serviceName() + " cannot be reached at the moment.",
                RETRY_AFTER_SECONDS);
    }
}
