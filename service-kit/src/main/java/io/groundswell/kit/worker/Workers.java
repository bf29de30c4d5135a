package io.groundswell.kit.worker;

import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** Threads for what takes longer than other requests on an event loop may wait. */
@ApplicationScoped
public class Workers {
    private final Vertx vertx;

    Workers(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Runs the work on a worker thread; what follows runs where the caller was. */
    public <T> Uni<T> run(Callable<T> work) {
        return Uni.createFrom().completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
    }
}
