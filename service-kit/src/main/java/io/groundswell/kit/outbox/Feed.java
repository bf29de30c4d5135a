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
    private static final String COLUMNS = """
            xid::text as transaction, sequence, id, aggregateid, type, payload::text as payload, workspace_id, occurred_at""";
    /**
     * Rows of transactions that started after the oldest running one stay hidden until that one ends: only then is it
     * certain that nothing can still appear before them. The order names the table's columns: an output column of the same
     * name, a number as text, would go before them.
     */
    private static final String READ = """
            select %s
            from outbox
            where %s (xid, sequence) > (($1::text)::xid8, $2) and xid < pg_snapshot_xmin(pg_current_snapshot())
            order by outbox.xid, outbox.sequence
            limit %s""";
    private static final int LOOKED_AT = 2_000;
    /** Looks at so many rows at most, whatever their type, and keeps those that are asked for and the last. */
    private static final String SELECT = """
            select %s
            from (
                select *, lead(sequence) over (order by xid, sequence) is null as is_last
                from (%s) as looked_at
            ) as told
            where is_last or type = any($4)
            order by told.xid, told.sequence
            limit $3""";
    /** Row-level security asks for no less; said here as well, it lets the index lead to the workspace's rows alone. */
    private static final String OF_WORKSPACE = "workspace_id = $%d and";
    private static final String READ_EVERY = READ.formatted(COLUMNS, "", "$3");
    private static final String READ_ONE = READ.formatted(COLUMNS, OF_WORKSPACE.formatted(4), "$3");
    private static final String SELECT_EVERY = SELECT.formatted(COLUMNS, READ.formatted("*", "", LOOKED_AT));
    private static final String SELECT_ONE = SELECT
            .formatted(COLUMNS, READ.formatted("*", OF_WORKSPACE.formatted(5), LOOKED_AT));
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

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
     * about to stop. The last event may be of a type that was not asked for: it is the last that was looked at. A reader of rare
     * events would otherwise stand still, and have all others looked at again with each reading.
     *
     * @param wait zero to answer at once
     */
    public Uni<List<FeedEvent>> read(Workspace workspace, FeedPosition after, EventTypes types, int limit, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        var reading = new Reading(after, types);
        return Multi.createBy().repeating().uni(() -> look(workspace, reading, limit).invoke(reading::keep))
                .withDelay(LOOK_AGAIN)
                .whilst(_ -> !reading.found && !stopping && System.nanoTime() - deadline < 0)
                .collect().last().map(_ -> reading.events);
    }

    /** The service lets requests in hand end before it stops; those that wait would hold it up for as long as they may. */
    void stopWaiting(@Observes ShutdownDelayInitiatedEvent stop) {
        stopping = true;
    }

    private Uni<List<FeedEvent>> look(Workspace workspace, Reading reading, int limit) {
        Tuple parameters = Tuple.of(Long.toString(reading.after.transaction()), reading.after.sequence(), limit);
        boolean all = reading.types.names().isEmpty();
        if (!all) {
            parameters.addArrayOfString(reading.types.names().toArray(String[]::new));
        }
        if (workspace.equals(Workspace.EVERY)) {
            return read(workspace, all ? READ_EVERY : SELECT_EVERY, parameters);
        }
        return read(workspace, all ? READ_ONE : SELECT_ONE, parameters.addString(workspace.key()));
    }

    private Uni<List<FeedEvent>> read(Workspace workspace, String sql, Tuple parameters) {
        return database.read(workspace, sql, parameters).map(rows -> rows.stream().map(this::event).toList());
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

    /** One reader's wait: where the next look begins, and what the last one that saw anything is answered with. */
    private static final class Reading {
        private final EventTypes types;
        private FeedPosition after;
        private List<FeedEvent> events = List.of();
        private boolean found;

        Reading(FeedPosition after, EventTypes types) {
            this.after = after;
            this.types = types;
        }

        void keep(List<FeedEvent> looked) {
            if (!looked.isEmpty()) {
                events = looked;
                after = FeedPosition.parse(looked.getLast().position());
                found = looked.stream().anyMatch(event -> types.include(event.type()));
            }
        }
    }
}
