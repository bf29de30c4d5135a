package io.groundswell.campaign.moderation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

/** Shows rules. Ids grow with time, so the oldest first is by id alone. */
@ApplicationScoped
class RuleList {
    private static final String ONE = RuleStore.SELECT + "and id = $2";
    private static final String FILTER = """
            and ($2::text is null or action = $2) and ($3::boolean is null or enabled = $3)
                and ($4::uuid is null or campaign_id = $4)
            """;
    private static final String NEWER = RuleStore.SELECT + FILTER
            + "and id > coalesce($5::uuid, '00000000-0000-0000-0000-000000000000') order by id limit $6";
    private static final String OLDER = RuleStore.SELECT + FILTER + "and id < $5::uuid order by id desc limit $6";

    private final WorkspaceDatabase database;
    private final RuleStore store;
    private final Cursors cursors;

    RuleList(WorkspaceDatabase database, RuleStore store, Cursors cursors) {
        this.database = database;
        this.store = store;
        this.cursors = cursors;
    }

    /** What a list shows; what is null admits everything. */
    record Filter(DecidingRule.@Nullable Action action, @Nullable Boolean enabled, @Nullable UUID campaignId) {}

    /** Returns the rule, or fails with 404. */
    Uni<RuleView> get(Workspace workspace, UUID id) {
        return database.read(workspace, ONE, Tuple.of(workspace.key(), id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("moderation rule", id);
            }
            return store.view(rows.iterator().next());
        });
    }

    Uni<Page<RuleView>> page(Workspace workspace, Filter filter, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listModerationRules").with("action", filter.action())
                .with("enabled", filter.enabled()).with("campaignId", filter.campaignId());
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.tuple().addString(workspace.key())
                .addString(filter.action() == null ? null : filter.action().name()).addBoolean(filter.enabled())
                .addUUID(filter.campaignId()).addUUID(at == null ? null : UUID.fromString(at.keys().getFirst()))
                .addInteger(limit.rows());
        return database.read(workspace, at != null && at.backwards() ? OLDER : NEWER, parameters)
                .map(rows -> cursors.page(scope, at, limit, rows.stream().map(store::view).toList(),
                        rule -> List.of(rule.id().toString()), rule -> rule));
    }
}
