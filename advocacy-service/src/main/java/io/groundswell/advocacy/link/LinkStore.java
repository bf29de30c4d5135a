package io.groundswell.advocacy.link;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads the links of every workspace. */
@ApplicationScoped
class LinkStore {
    private static final int PAGE = 10_000;
    private static final String FIND = "select workspace_id, share_id, location from short_link where code = $1 and active";
    /**
     * Changes in the order of their transactions. The horizon is the oldest transaction that is still running: what lies
     * before it is complete, what lies after it is read again the next time. So a change that commits late is never missed.
     */
    private static final String CHANGES = """
            select horizon.xid::text as horizon, link.revised::text as revised, link.code, link.workspace_id, link.share_id,
                link.location, link.active
            from (select pg_snapshot_xmin(pg_current_snapshot()) as xid) horizon
                left join lateral (select * from short_link where (revised, code) > (($1::text)::xid8, $2)
                    order by revised, code limit $3) link on true
            order by link.revised, link.code""";

    private final WorkspaceDatabase database;

    LinkStore(WorkspaceDatabase database) {
        this.database = database;
    }

    /** Returns the active link with this code, or null. */
    Uni<@Nullable Link> find(String code) {
        return database.read(Workspace.EVERY, FIND, Tuple.of(code))
                .map(rows -> rows.size() == 0 ? null : link(rows.iterator().next()));
    }

    /** Returns the next page of changes after a place. */
    Uni<Changes> changes(Place after) {
        return database.read(Workspace.EVERY, CHANGES, Tuple.of(after.revised(), after.code(), PAGE)).map(rows -> {
            List<Change> changes = rows.stream().filter(row -> row.getString("code") != null).map(LinkStore::change).toList();
            Change last = changes.isEmpty() ? null : changes.getLast();
            return new Changes(changes, rows.iterator().next().getString("horizon"),
                    last != null && changes.size() == PAGE ? last.place() : null);
        });
    }

    private static Change change(Row row) {
        return new Change(new Place(row.getString("revised"), row.getString("code")),
                row.getBoolean("active") ? link(row) : null);
    }

    private static Link link(Row row) {
        return new Link(new Workspace(row.getString("workspace_id")), row.getUUID("share_id"), row.getString("location"));
    }

    /**
     * A place among the changes.
     *
     * @param revised id of a transaction, as text
     */
    record Place(String revised, String code) {
        static final Place START = new Place("0", "");

        /** The place before everything that a transaction did. */
        static Place before(String transaction) {
            return new Place(transaction, "");
        }
    }

    /** A link as it is now, or null when it leads nowhere any more. */
    record Change(Place place, @Nullable Link link) {}

    /**
     * A page of changes.
     *
     * @param horizon the transaction before which nothing can still change
     * @param next where the next page begins, or null when this is the last
     */
    record Changes(List<Change> changes, String horizon, @Nullable Place next) {}
}
