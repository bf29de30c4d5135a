package io.groundswell.gateway;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.groundswell.gateway.upstream.Upstream;
import io.groundswell.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** Three real HTTP servers in place of the services; each test says how they behave. */
public final class StubServices implements QuarkusTestResourceLifecycleManager {
    private static final Map<Upstream, Handler<HttpServerRequest>> BEHAVIOUR = new EnumMap<>(Upstream.class);
    private static final Handler<HttpServerRequest> NOT_FOUND = request -> request.response().setStatusCode(404).end();

    private final Vertx vertx = Vertx.vertx();

    /** Sets how a service answers from now on. */
    public static void behave(Upstream upstream, Handler<HttpServerRequest> behaviour) {
        synchronized (BEHAVIOUR) {
            BEHAVIOUR.put(upstream, behaviour);
        }
    }

    /** Makes a service cut every connection without an answer. */
    public static void cut(Upstream upstream) {
        behave(upstream, request -> request.connection().close());
    }

    /** Makes a service answer everything with this JSON. */
    public static void answer(Upstream upstream, String json) {
        behave(upstream, request -> request.response().putHeader("Content-Type", "application/json").end(json));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(TokenTestResource.config());
        for (Upstream upstream : Upstream.values()) {
            String property = "groundswell." + upstream.serviceName().replace("-service", "-url");
            config.put(property, "http://localhost:" + listen(upstream).actualPort());
        }
        return config;
    }

    @Override
    public void stop() {
        vertx.close();
    }

    private HttpServer listen(Upstream upstream) {
        try {
            return vertx.createHttpServer()
                    .requestHandler(request -> current(upstream).handle(request))
                    .listen(0, "localhost").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Cannot start a stub service", e);
        }
    }

    private static Handler<HttpServerRequest> current(Upstream upstream) {
        synchronized (BEHAVIOUR) {
            return BEHAVIOUR.getOrDefault(upstream, NOT_FOUND);
        }
    }
}
