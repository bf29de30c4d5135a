package io.groundswell.kit.outbox;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

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
    private static final String IN_SESSION = """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, workspace_id, occurred_at)
            select id, aggregatetype, aggregateid, type, payload, ?1, "occurredAt"
            from jsonb_to_recordset(cast(cast(?2 as text) as jsonb)) as event (id uuid, aggregatetype text, aggregateid text, type text,
                payload jsonb, "occurredAt" timestamptz)""";
    /** Batches are large here: an array for each column costs a third less than a document that is taken apart. */
    private static final String IN_TRANSACTION = """
            insert into outbox (workspace_id, id, aggregatetype, aggregateid, type, payload, occurred_at)
            select $1, id, aggregatetype, aggregateid, type, cast(payload as jsonb), occurred_at
            from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
                as event (id, aggregatetype, aggregateid, type, payload, occurred_at)""";

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
        return transaction.preparedQuery(IN_TRANSACTION).execute(columns(workspace, events)).replaceWithVoid();
    }

    private Tuple columns(Workspace workspace, List<OutboxEvent> events) {
        return Tuple.tuple().addString(workspace.key())
                .addArrayOfUUID(events.stream().map(OutboxEvent::id).toArray(UUID[]::new))
                .addArrayOfString(events.stream().map(OutboxEvent::aggregatetype).toArray(String[]::new))
                .addArrayOfString(events.stream().map(OutboxEvent::aggregateid).toArray(String[]::new))
                .addArrayOfString(events.stream().map(OutboxEvent::type).toArray(String[]::new))
                .addArrayOfString(events.stream().map(event -> write(event.payload())).toArray(String[]::new))
                .addArrayOfOffsetDateTime(events.stream().map(event -> event.occurredAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event's payload must be writable as JSON", e);
        }
    }
}
