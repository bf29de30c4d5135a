package io.groundswell.campaign.moderation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.moderation.BulkDecision.Outcome;
import io.groundswell.campaign.moderation.BulkDecision.Result;
import io.groundswell.campaign.post.PostProgress;
import io.groundswell.campaign.post.PostState;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Takes one decision on many posts, in the caller's transaction. */
@ApplicationScoped
class BulkDecisions {
    /** In the order of ids, so that two who decide on the same posts do not wait for each other in a circle. */
    private static final String HOLD = """
            select id, state, state_reason, decided_by is not null as by_person, version from post
            where workspace_id = $1 and id = any($2)
            order by id
            for update""";
    private static final String VERSIONS = "select id, version from post where workspace_id = $1 and id = any($2)";

    private final DecisionLog log;
    private final Clock clock;

    BulkDecisions(DecisionLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** What is known of a post. */
    private record Held(PostState state, @Nullable String reason, boolean byPerson, long version) {
        boolean is(Decision decision) {
            PostState decided = state == PostState.PUBLISHABLE || state == PostState.PUBLISHED ? PostState.APPROVED : state;
            return byPerson && decided == decision.state() && Objects.equals(reason, decision.reason());
        }
    }

    /** Returns what became of each post, in the order of the request. */
    Uni<List<Outcome>> decide(SqlConnection transaction, Workspace workspace, BulkDecision request, String by) {
        UUID[] ids = request.items().stream().map(BulkDecision.Item::id).distinct().toArray(UUID[]::new);
        Instant at = clock.instant();
        var decision = new Decision(request.decision(), request.reason(), by);
        return transaction.preparedQuery(HOLD).execute(Tuple.of(workspace.key(), ids)).chain(rows -> {
            Map<UUID, Held> held = new HashMap<>();
            for (Row row : rows) {
                held.put(row.getUUID("id"), new Held(PostState.valueOf(row.getString("state")), row.getString("state_reason"),
                        row.getBoolean("by_person"), row.getLong("version")));
            }
            var posts = new Pass(held, decision);
            List<Result> results = request.items().stream().map(posts::decide).toList();
            return log.decide(transaction, workspace, posts.decided, decision, at)
                    .chain(() -> PostProgress.settle(transaction, workspace,
                            posts.decided.stream().map(DecisionLog.Standing::postId).toList()))
                    .chain(() -> transaction.preparedQuery(VERSIONS).execute(Tuple.of(workspace.key(), ids)))
                    .map(versions -> outcomes(request, results, versions));
        });
    }

    private static List<Outcome> outcomes(BulkDecision request, List<Result> results, Iterable<Row> rows) {
        Map<UUID, Long> versions = new HashMap<>();
        rows.forEach(row -> versions.put(row.getUUID("id"), row.getLong("version")));
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            UUID id = request.items().get(i).id();
            outcomes.add(new Outcome(id, results.get(i), versions.get(id)));
        }
        return outcomes;
    }

    /** Goes through the request as if its posts were decided on one after the other. */
    private static final class Pass {
        private final Map<UUID, Held> held;
        private final Decision decision;
        private final List<DecisionLog.Standing> decided = new ArrayList<>();

        Pass(Map<UUID, Held> held, Decision decision) {
            this.held = held;
            this.decision = decision;
        }

        Result decide(BulkDecision.Item item) {
            Held post = held.get(item.id());
            if (post == null) {
                return Result.NOT_FOUND;
            }
            if (item.version() != null && item.version() != post.version()) {
                return Result.STALE;
            }
            if (!post.state().mayBecome(decision.state())) {
                return Result.WRONG_STATE;
            }
            if (post.is(decision)) {
                return Result.UNCHANGED;
            }
            decided.add(new DecisionLog.Standing(item.id(), post.state()));
            held.put(item.id(), new Held(decision.state(), decision.reason(), true, post.version() + 1));
            return Result.DECIDED;
        }
    }
}
