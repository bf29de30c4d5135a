package io.groundswell.kit.trial;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Lets a test hold an effect in the middle of its transaction: notes whose text begins with {@code held}. */
@ApplicationScoped
public class NoteGate {
    private record Gate(CompletableFuture<Void> reached, CompletableFuture<Void> open) {}

    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    /** Completes when a note with the text waits at its gate. */
    public CompletableFuture<Void> reached(String text) {
        return gate(text).reached;
    }

    /** Lets notes with the text go on, now and later. */
    public void open(String text) {
        gate(text).open.complete(null);
    }

    Uni<Void> pass(String text) {
        if (!text.startsWith("held")) {
            return Uni.createFrom().voidItem();
        }
        Gate gate = gate(text);
        Context session = Vertx.currentContext();
        gate.reached.complete(null);
        return Uni.createFrom().completionStage(gate.open.copy()).emitOn(task -> session.runOnContext(_ -> task.run()));
    }

    private Gate gate(String text) {
        return gates.computeIfAbsent(text, _ -> new Gate(new CompletableFuture<>(), new CompletableFuture<>()));
    }
}
