package io.groundswell.campaign.moderation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.worker.Workers;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Tries rules on posts that are kept. Posts are read a page at a time, each page in a transaction of its own, and only counts and
 * examples are remembered. A post's id tells when it arrived.
 */
@ApplicationScoped
class Rehearsals {
    static final int MOST_POSTS = 20_000;
    private static final int PAGE = 200;
    private static final UUID LAST = new UUID(-1, -1);

    private final WorkspaceDatabase database;
    private final LiveRules live;
    private final Rules rules;
    private final KeptPosts posts;
    private final Workers workers;
    private final Clock clock;

    Rehearsals(WorkspaceDatabase database, LiveRules live, Rules rules, KeptPosts posts, Workers workers, Clock clock) {
        this.database = database;
        this.live = live;
        this.rules = rules;
        this.posts = posts;
        this.workers = workers;
        this.clock = clock;
    }

    Uni<RehearsalReport> run(Workspace workspace, Rehearsal rehearsal) {
        Instant since = clock.instant().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(rehearsal.days()));
        return database.rehearse(workspace, transaction -> rule(transaction, workspace, rehearsal)
                .chain(rule -> live.enabled(transaction, workspace)
                        .chain(enabled -> workers.run(() -> trial(rule, enabled, since)))))
                .chain(trial -> look(workspace, trial, since));
    }

    private Uni<Rule> rule(SqlConnection transaction, Workspace workspace, Rehearsal rehearsal) {
        RuleDraft draft = rehearsal.rule();
        if (draft != null) {
            return rules.requireCampaign(transaction, workspace, draft).replaceWith(() -> draft.as(Uuid7.next()));
        }
        UUID stored = Objects.requireNonNull(rehearsal.ruleId());
        return rules.get(transaction, workspace, stored).map(rule -> rule.draft().as(rule.id()));
    }

    private Trial trial(Rule rule, List<Row> enabled, Instant since) {
        List<Rule> together = new ArrayList<>(live.read(enabled));
        together.removeIf(other -> other.id().equals(rule.id()));
        together.add(rule);
        return new Trial(rule, together, since);
    }

    private Uni<RehearsalReport> look(Workspace workspace, Trial trial, Instant since) {
        UUID from = firstIdAt(since);
        return page(workspace, from, LAST)
                .chain(rows -> follow(workspace, trial, from, rows));
    }

    /** Goes on until there are no more posts, or enough; the stack does not grow, because each page arrives later. */
    private Uni<RehearsalReport> follow(Workspace workspace, Trial trial, UUID from, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Uni.createFrom().item(() -> trial.report(true));
        }
        return workers.run(() -> tryOn(trial, rows)).chain(oldest -> {
            if (trial.posts() >= MOST_POSTS) {
                return page(workspace, from, oldest).map(more -> trial.report(more.size() == 0));
            }
            return page(workspace, from, oldest).chain(more -> follow(workspace, trial, from, more));
        });
    }

    private UUID tryOn(Trial trial, RowSet<Row> rows) {
        @Nullable
        UUID oldest = null;
        for (Row row : rows) {
            trial.tryOn(posts.read(row));
            oldest = row.getUUID("id");
        }
        return oldest == null ? LAST : oldest;
    }

    private Uni<RowSet<Row>> page(Workspace workspace, UUID from, UUID before) {
        return database.search(workspace, KeptPosts.PAGE, Tuple.of(workspace.key(), from, before, PAGE));
    }

    /** Returns the smallest id of version 7 (RFC 9562 §5.7) that could have been made at that time. */
    private static UUID firstIdAt(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE);
    }
}
