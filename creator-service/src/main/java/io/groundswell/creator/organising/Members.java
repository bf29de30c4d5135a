package io.groundswell.creator.organising;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.KnownCreators;
import io.groundswell.creator.creator.Stage;
import io.groundswell.creator.organising.MemberOutcome.Outcome;
import io.groundswell.creator.tier.Tier;
import io.groundswell.creator.tier.TierAssessment;
import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** Who is on which list. */
@ApplicationScoped
class Members {
    private static final String ADD = """
            with known as (
                select c.id from creator c where c.workspace_id = ?1 and c.id = any(?3) and c.stage <> 'ERASED'
                    and c.merged_into is null
            ), added as (
                insert into creator_list_member (workspace_id, list_id, creator_id, added_by, added_at)
                select ?1, cast(?2 as uuid), id, ?4, cast(?5 as timestamptz) from known
                on conflict do nothing
                returning creator_id
            )
            select known.id, added.creator_id is not null as changed
            from known left join added on added.creator_id = known.id""";

    private static final String REMOVE = """
            delete from creator_list_member m
            where m.workspace_id = ?1 and m.list_id = ?2 and m.creator_id = any(?3)
            returning m.creator_id as id, true as changed""";

    /** A list without members gives one row without a member, one that is not known none. */
    private static final String PAGE = """
            select m.*
            from creator_list l
            left join lateral (
                select m.creator_id, m.added_at, m.added_by, c.display_name, c.stage, c.followers, c.tier, c.tier_scheme,
                    c.tier_certain
                from creator_list_member m
                join creator c on c.workspace_id = $1 and c.id = m.creator_id
                where m.workspace_id = $1 and m.list_id = $2
                    and (cast($4 as uuid) is null or (m.added_at, m.creator_id) %s ($3, $4))
                order by m.added_at %s, m.creator_id %s
                limit $5
            ) m on true
            where l.workspace_id = $1 and l.id = $2
            order by m.added_at %s, m.creator_id %s""";
    private static final String LAST_FIRST = PAGE.formatted("<", "desc", "desc", "desc", "desc");
    private static final String FIRST_FIRST = PAGE.formatted(">", "asc", "asc", "asc", "asc");

    private final HandpickedListRepository lists;
    private final KnownCreators creators;
    private final WorkspaceDatabase database;
    private final Cursors cursors;
    private final Clock clock;

    Members(HandpickedListRepository lists, KnownCreators creators, WorkspaceDatabase database, Cursors cursors, Clock clock) {
        this.lists = lists;
        this.creators = creators;
        this.database = database;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Adds creators within the caller's transaction; returns one outcome for each, in order. */
    Uni<List<MemberOutcome>> add(Workspace workspace, UUID listId, MemberSelection selection, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return creators.hold(workspace)
                .chain(() -> lists.get(workspace, listId))
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(ADD, Tuple.class)
                        .setParameter(1, workspace.key())
                        .setParameter(2, listId)
                        .setParameter(3, selection.creatorIds().toArray(UUID[]::new))
                        .setParameter(4, by)
                        .setParameter(5, now.atOffset(ZoneOffset.UTC))
                        .getResultList())
                .map(rows -> outcomes(selection, rows, Outcome.ADDED, Outcome.UNKNOWN_CREATOR));
    }

    /** Removes creators within the caller's transaction; returns one outcome for each, in order. */
    Uni<List<MemberOutcome>> remove(Workspace workspace, UUID listId, MemberSelection selection) {
        return lists.get(workspace, listId)
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(REMOVE, Tuple.class)
                        .setParameter(1, workspace.key())
                        .setParameter(2, listId)
                        .setParameter(3, selection.creatorIds().toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> outcomes(selection, rows, Outcome.REMOVED, Outcome.NO_MEMBER));
    }

    private static List<MemberOutcome> outcomes(MemberSelection selection, List<Tuple> rows, Outcome changed, Outcome absent) {
        Map<UUID, Outcome> outcomes = new HashMap<>();
        rows.forEach(row -> outcomes.put(row.get("id", UUID.class),
                row.get("changed", Boolean.class) ? changed : Outcome.ALREADY_MEMBER));
        return selection.creatorIds().stream().map(id -> new MemberOutcome(id, outcomes.getOrDefault(id, absent))).toList();
    }

    /** Returns members, the last added first; fails with 404 when there is no such list. */
    Uni<Page<MemberView>> page(Workspace workspace, UUID listId, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listCreatorListMembers").with("list", listId);
        Cursor at = cursors.openIfPresent(scope, cursor);
        OffsetDateTime time = at == null ? null : OffsetDateTime.parse(at.keys().getFirst());
        UUID last = at == null ? null : UUID.fromString(at.keys().getLast());
        String sql = at != null && at.backwards() ? FIRST_FIRST : LAST_FIRST;
        var parameters = io.vertx.mutiny.sqlclient.Tuple.of(workspace.key(), listId, time, last, limit.rows());
        return database.read(workspace, sql, parameters)
                .map(rows -> cursors.page(scope, at, limit, members(listId, rows),
                        member -> List.of(member.addedAt().toString(), member.creatorId().toString()), member -> member));
    }

    private static List<MemberView> members(UUID listId, RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw ProblemException.notFound("creator list", listId);
        }
        List<MemberView> members = new ArrayList<>();
        for (Row row : rows) {
            if (row.getUUID("creator_id") != null) {
                members.add(view(row));
            }
        }
        return members;
    }

    private static MemberView view(Row row) {
        String tier = row.getString("tier");
        OffsetDateTime addedAt = Objects.requireNonNull(row.getOffsetDateTime("added_at"), "added_at");
        return new MemberView(row.getUUID("creator_id"), row.getString("display_name"), Stage.valueOf(row.getString("stage")),
                row.getLong("followers"),
                tier == null
                        ? null
                        : new TierAssessment(Tier.valueOf(tier), row.getString("tier_scheme"), row.getBoolean("tier_certain")),
                addedAt.toInstant(), row.getString("added_by"));
    }
}
