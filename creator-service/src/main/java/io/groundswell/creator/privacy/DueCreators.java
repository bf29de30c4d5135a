package io.groundswell.creator.privacy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Stage;
import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Lists the people about whom something must be done by a day, who has waited longest first. */
@ApplicationScoped
class DueCreators {
    private static final String COLUMNS = "select c.id, c.stage, c.created_at, c.updated_at from creator c ";

    /** The index ends where nobody can be due any more; months differ in length, so the last few days are looked at. */
    private static final String NOTICES = COLUMNS + """
            where c.workspace_id = $1 and c.notice_open and c.merged_into is null and c.created_at < $5
                and ((c.created_at at time zone 'UTC') + make_interval(months => $4)) at time zone 'UTC' <= $3
            """;
    private static final String NOTICES_AFTER = NOTICES
            + """
                        and (c.created_at, c.id) > (coalesce($6::timestamptz, '-infinity'), coalesce($7::uuid, '00000000-0000-0000-0000-000000000000'))
                    order by c.created_at, c.id limit $2""";
    private static final String NOTICES_BEFORE = NOTICES + """
                and (c.created_at, c.id) < ($6::timestamptz, $7::uuid)
            order by c.created_at desc, c.id desc limit $2""";

    private static final String STALE = COLUMNS + """
            where c.workspace_id = $1 and c.updated_at < $3 and c.stage <> 'ERASED' and c.merged_into is null
            """;
    private static final String STALE_AFTER = STALE + """
            and c.id > coalesce($4::uuid, '00000000-0000-0000-0000-000000000000') order by c.id limit $2""";
    private static final String STALE_BEFORE = STALE + """
            and c.id < $4::uuid order by c.id desc limit $2""";

    /** Only what is on the list is marked: the first notice is the one that counts. */
    private static final String MARK = """
            with told as (
                update creator c set notice_open = false
                where c.workspace_id = $1 and c.id = any($2) and c.notice_open
                returning c.id, c.created_at
            ), marked as (
                insert into creator_privacy as p (workspace_id, id, lawful_basis, basis_since, age_group, notice_sent_at,
                    notice_channel, version)
                select $1, id, 'LEGITIMATE_INTERESTS', created_at, 'UNKNOWN', $3, $4, 0 from told
                on conflict (workspace_id, id) do update set notice_sent_at = excluded.notice_sent_at,
                    notice_channel = excluded.notice_channel, version = p.version + 1
            )
            select c.id, exists (select from told where told.id = c.id) as marked
            from creator c where c.workspace_id = $1 and c.id = any($2)""";

    private final WorkspaceDatabase database;
    private final Cursors cursors;

    DueCreators(WorkspaceDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** Returns whom nobody told yet that data about them is kept, though it is due by then; by now when no time is given. */
    Uni<Page<DueCreator>> notices(Workspace workspace, @Nullable Instant dueBefore, Instant now, PrivacyTerms terms,
            Limit limit,
            @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listPrivacyNotices").with("dueBefore", dueBefore);
        Cursor at = cursors.openIfPresent(scope, cursor);
        OffsetDateTime time = (dueBefore == null ? now : dueBefore).atOffset(ZoneOffset.UTC);
        Tuple parameters = Tuple.of(workspace.key(), limit.rows(), time, terms.noticeMonths(),
                time.minusMonths(terms.noticeMonths()).plusDays(4))
                .addOffsetDateTime(at == null ? null : OffsetDateTime.parse(at.keys().get(0)))
                .addUUID(at == null ? null : UUID.fromString(at.keys().get(1)));
        return database.search(workspace, at != null && at.backwards() ? NOTICES_BEFORE : NOTICES_AFTER, parameters)
                .map(rows -> rows.stream().map(row -> dueForNotice(row, terms)).toList())
                .map(due -> cursors.page(scope, at, limit, due,
                        one -> List.of(one.collectedAt().toString(), one.creatorId().toString()), one -> one));
    }

    /** Returns who did not change for as long as the terms allow data to be kept, in the order of being added. */
    Uni<Page<DueCreator>> stale(Workspace workspace, Instant now, PrivacyTerms terms, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listRetentionReviews");
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), limit.rows(),
                now.atOffset(ZoneOffset.UTC).minusDays(terms.retentionDays()))
                .addUUID(at == null ? null : UUID.fromString(at.keys().getFirst()));
        return database.search(workspace, at != null && at.backwards() ? STALE_BEFORE : STALE_AFTER, parameters)
                .map(rows -> rows.stream().map(row -> dueForReview(row, terms)).toList())
                .map(due -> cursors.page(scope, at, limit, due, one -> List.of(one.creatorId().toString()), one -> one));
    }

    /** Marks people as told; returns what became of each, in order. */
    Uni<List<NoticeOutcome>> mark(SqlConnection transaction, Workspace workspace, NoticesSent notices, Instant now) {
        List<UUID> ids = List.copyOf(new LinkedHashSet<>(notices.creatorIds()));
        return transaction.preparedQuery(MARK)
                .execute(Tuple.of(workspace.key(), ids.toArray(UUID[]::new),
                        NoticeSent.time(notices.sentAt(), now).atOffset(ZoneOffset.UTC), notices.channel()))
                .map(rows -> {
                    Map<UUID, Boolean> marked = new HashMap<>();
                    rows.forEach(row -> marked.put(row.getUUID("id"), row.getBoolean("marked")));
                    List<NoticeOutcome> outcomes = new ArrayList<>();
                    ids.forEach(id -> outcomes.add(NoticeOutcome.of(id, marked.get(id))));
                    return outcomes;
                });
    }

    private static DueCreator dueForNotice(Row row, PrivacyTerms terms) {
        Instant collectedAt = instant(row, "created_at");
        return new DueCreator(row.getUUID("id"), Stage.valueOf(row.getString("stage")), collectedAt,
                instant(row, "updated_at"), PrivacyTerms.noticeDue(collectedAt, terms.noticeMonths()));
    }

    private static DueCreator dueForReview(Row row, PrivacyTerms terms) {
        Instant updatedAt = instant(row, "updated_at");
        return new DueCreator(row.getUUID("id"), Stage.valueOf(row.getString("stage")), instant(row, "created_at"), updatedAt,
                updatedAt.atOffset(ZoneOffset.UTC).plusDays(terms.retentionDays()).toInstant());
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
