package io.groundswell.campaign.moderation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.campaign.post.PostState;
import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/** Who or what decided on posts. What people decide is stored here; what rules decide, ingest stores with the post. */
@ApplicationScoped
class DecisionLog {
    private static final String DECIDE = """
            with decided as (
                update post p set state = $4, state_reason = $5, decided_by = $6, decided_at = $7, rule_id = null,
                    decision = null, version = p.version + 1
                from unnest($2::uuid[], $3::text[]) as d (id, from_state)
                where p.workspace_id = $1 and p.id = d.id
                returning p.id, d.from_state
            )
            insert into moderation_event (workspace_id, id, post_id, from_state, to_state, decided_by, reason, decided_at)
            select $1, uuidv7(), id, from_state, $4, $6, $5, $7 from decided""";
    /** A post without decisions gives one row without a decision, one that is not known none. */
    private static final String PAGE = """
            select e.*
            from post p
            left join lateral (
                select e.id, e.from_state, e.to_state, e.decided_by, e.rule::text as rule, e.reason, e.decided_at
                from moderation_event e
                where e.workspace_id = $1 and e.post_id = $2 and ($3::uuid is null or e.id %s $3)
                order by e.id %s
                limit $4
            ) e on true
            where p.workspace_id = $1 and p.id = $2
            order by e.id %s""";
    private static final String LAST_FIRST = PAGE.formatted("<", "desc", "desc");
    private static final String FIRST_FIRST = PAGE.formatted(">", "asc", "asc");

    private final WorkspaceDatabase database;
    private final Cursors cursors;
    private final ObjectReader rules;

    DecisionLog(WorkspaceDatabase database, Cursors cursors, ObjectMapper json) {
        this.database = database;
        this.cursors = cursors;
        this.rules = json.readerFor(DecidingRule.class);
    }

    /** A post to decide on, and where it stood. */
    record Standing(UUID postId, PostState from) {}

    /** Stores a person's decision on posts that the caller holds, in place of any that a rule took. */
    Uni<Void> decide(SqlConnection transaction, Workspace workspace, List<Standing> posts, Decision decision, Instant at) {
        if (posts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple parameters = Tuple.tuple().addString(workspace.key())
                .addArrayOfUUID(posts.stream().map(Standing::postId).toArray(UUID[]::new))
                .addArrayOfString(posts.stream().map(post -> post.from().name()).toArray(String[]::new))
                .addString(decision.state().name()).addString(decision.reason()).addString(decision.by())
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC));
        return transaction.preparedQuery(DECIDE).execute(parameters).replaceWithVoid();
    }

    /** Lists the decisions on a post, the last first; fails with 404 when there is no such post. */
    Uni<Page<DecisionView>> page(Workspace workspace, UUID postId, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listPostDecisions").with("id", postId);
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), postId, at == null ? null : UUID.fromString(at.keys().getFirst()),
                limit.rows());
        return database.read(workspace, at != null && at.backwards() ? FIRST_FIRST : LAST_FIRST, parameters).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("post", postId);
            }
            List<DecisionView> decisions = rows.stream().filter(row -> row.getUUID("id") != null).map(this::view).toList();
            return cursors.page(scope, at, limit, decisions, decision -> List.of(decision.id().toString()),
                    decision -> decision);
        });
    }

    private DecisionView view(Row row) {
        String from = row.getString("from_state");
        return new DecisionView(row.getUUID("id"), from == null ? null : PostState.valueOf(from),
                PostState.valueOf(row.getString("to_state")), row.getString("decided_by"), rule(row.getString("rule")),
                row.getString("reason"), row.getOffsetDateTime("decided_at").toInstant());
    }

    private @Nullable DecidingRule rule(@Nullable String stored) {
        try {
            return stored == null ? null : rules.readValue(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored rules are not the JSON that was written", e);
        }
    }
}
