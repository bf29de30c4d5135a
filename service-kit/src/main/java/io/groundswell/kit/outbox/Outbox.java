package io.groundswell.kit.outbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.workspace.Workspace;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes events into the transaction that makes them true. */
@ApplicationScoped
@IfBuildProperty(name = "groundswell.database", stringValue = "true", enableIfMissing = true)
public class Outbox {
    /** The parameter is text first, because a driver that knows it as jsonb would quote it once more. */
    private static final String INSERT = """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, workspace_id, occurred_at)
            select id, aggregatetype, aggregateid, type, payload, %s, "occurredAt"
            from jsonb_to_recordset(cast(cast(%s as text) as jsonb)) as event (id uuid, aggregatetype text, aggregateid text, type text, payload jsonb,
                "occurredAt" timestamptz)""";
    private static final String IN_SESSION = INSERT.formatted("?1", "?2");
    private static final String IN_TRANSACTION = INSERT.formatted("$1", "$2");

    private final ObjectMapper json;

    Outbox(ObjectMapper json) {
        this.json = json;
    }

    /** Appends within the current {@link io.groundswell.kit.workspace.WorkspaceTransaction}. */
    public Uni<Void> append(Workspace workspace, List<OutboxEvent> events) {
        return Panache.getSession().chain(session -> session.createNativeQuery(IN_SESSION)
                .setParameter(1, workspace.key())
                .setParameter(2, write(events))
                .executeUpdate()).replaceWithVoid();
    }

    /** Appends within a transaction of {@link io.groundswell.kit.workspace.WorkspaceDatabase}, one statement for all. */
    public Uni<Void> append(SqlConnection transaction, Workspace workspace, List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction.preparedQuery(IN_TRANSACTION)
                .execute(Tuple.of(workspace.key(), write(events)))
                .replaceWithVoid();
    }

    private String write(List<OutboxEvent> events) {
        try {
            return json.writeValueAsString(events);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event's payload must be writable as JSON", e);
        }
    }
}
