package io.groundswell.kit.outbox;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the outbox in commit order. */
@ApplicationScoped
@IfBuildProperty(name = "groundswell.database", stringValue = "true", enableIfMissing = true)
public class Feed {
    /**
     * Rows of transactions that started after the oldest running one stay hidden until that one ends: only then is it
     * certain that nothing can still appear before them. The order names the table's columns: an output column of the same
     * name, a number as text, would go before them.
     */
    private static final String READ = """
            select xid::text as transaction, sequence, id, aggregateid, type, payload::text as payload, workspace_id, occurred_at
            from outbox
            where %s (xid, sequence) > (($1::text)::xid8, $2) and xid < pg_snapshot_xmin(pg_current_snapshot())
            order by outbox.xid, outbox.sequence
            limit $3""";
    private static final String READ_EVERY = READ.formatted("");
    /** Row-level security asks for no less; said here as well, it lets the index lead to the workspace's rows alone. */
    private static final String READ_ONE = READ.formatted("workspace_id = $4 and");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final WorkspaceDatabase database;
    private final ObjectMapper json;
    private final String source;
    private volatile boolean stopping;

    Feed(WorkspaceDatabase database, ObjectMapper json, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.json = json;
        this.source = "/" + service;
    }

    /**
     * Returns events after the position, oldest first; waits up to the given time for the first one, but not when the service is
     * about to stop.
     *
     * @param wait zero to answer at once
     */
    public Uni<List<FeedEvent>> read(Workspace workspace, FeedPosition after, int limit, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        return Multi.createBy().repeating().uni(() -> readNow(workspace, after, limit))
                .withDelay(LOOK_AGAIN)
                .whilst(events -> events.isEmpty() && !stopping && System.nanoTime() - deadline < 0)
                .collect().last();
    }

    /** The service lets requests in hand end before it stops; those that wait would hold it up for as long as they may. */
    void stopWaiting(@Observes ShutdownDelayInitiatedEvent stop) {
        stopping = true;
    }

    private Uni<List<FeedEvent>> readNow(Workspace workspace, FeedPosition after, int limit) {
        boolean every = workspace.equals(Workspace.EVERY);
        Tuple parameters = Tuple.of(Long.toString(after.transaction()), after.sequence(), limit);
        return database
                .read(workspace, every ? READ_EVERY : READ_ONE, every ? parameters : parameters.addString(workspace.key()))
                .map(rows -> rows.stream().map(this::event).toList());
    }

    private FeedEvent event(Row row) {
        var position = new FeedPosition(Long.parseLong(row.getString("transaction")), row.getLong("sequence"));
        return new FeedEvent("1.0", row.getUUID("id"), source, row.getString("type"), row.getString("aggregateid"),
                row.getOffsetDateTime("occurred_at").withOffsetSameInstant(ZoneOffset.UTC).toInstant(), "application/json",
                row.getString("workspace_id"), position.toString(), parse(row.getString("payload")));
    }

    private JsonNode parse(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned a jsonb value that is not JSON", e);
        }
    }
}
