package io.groundswell.campaign.rights.grant;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PostState;
import io.groundswell.campaign.rights.licence.Channel;
import io.groundswell.campaign.rights.licence.GrantState;
import io.groundswell.campaign.rights.licence.GrantedRights;
import io.groundswell.campaign.rights.licence.RightsAction;
import io.groundswell.campaign.rights.licence.RightsDecision;
import io.groundswell.campaign.rights.licence.RightsUse;
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
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Grants to look at, and to decide by. Ids grow with time, so newest first is by id alone. */
@ApplicationScoped
public class GrantList {
    private static final String SELECT = """
            select id, post_id, request_id, state, actions, channels, territories, starts_at, ends_at, attribution, granted_via,
                granted_at, evidence::text as evidence, ended_at, end_reason, end_note, version
            from rights_grant where workspace_id = $1
            """;
    private static final String ONE = SELECT + "and id = $2";
    private static final String OF_REQUEST = SELECT + "and request_id = $2";
    private static final String FILTER = SELECT
            + " and ($2::text[] is null or state = any($2)) and ($3::uuid is null or post_id = $3)";
    private static final String OLDER = FILTER
            + " and id < coalesce($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') order by id desc limit $5";
    private static final String NEWER = FILTER + " and id > $4::uuid order by id limit $5";
    private static final String DECIDING = """
            select p.state as post_state, g.id, g.state, g.actions, g.channels, g.territories, g.starts_at, g.ends_at
            from post p left join rights_grant g on g.workspace_id = $1 and g.post_id = p.id
            where p.workspace_id = $1 and p.id = $2 order by g.id""";

    private final WorkspaceDatabase database;
    private final Cursors cursors;
    private final ObjectMapper json;

    GrantList(WorkspaceDatabase database, Cursors cursors, ObjectMapper json) {
        this.database = database;
        this.cursors = cursors;
        this.json = json;
    }

    /** Returns the grant, or fails with 404. */
    Uni<GrantView> get(Workspace workspace, UUID id) {
        return database.read(workspace, ONE, Tuple.of(workspace.key(), id)).map(rows -> one(rows, id));
    }

    /** Returns the grant as this transaction sees it. */
    Uni<GrantView> get(SqlConnection transaction, Workspace workspace, UUID id) {
        return transaction.preparedQuery(ONE).execute(Tuple.of(workspace.key(), id)).map(rows -> one(rows, id));
    }

    private GrantView one(RowSet<Row> rows, UUID id) {
        if (rows.size() == 0) {
            throw ProblemException.notFound("rights grant", id);
        }
        return view(rows.iterator().next());
    }

    /** Returns the grant that a request led to; null when it led to none. */
    public Uni<@Nullable GrantView> ofRequest(Workspace workspace, UUID requestId) {
        return database.read(workspace, OF_REQUEST, Tuple.of(workspace.key(), requestId))
                .map(rows -> rows.size() == 0 ? null : view(rows.iterator().next()));
    }

    /** Lists grants, the newest first; what is empty or null admits everything. */
    Uni<Page<GrantView>> page(Workspace workspace, List<GrantState> states, @Nullable UUID postId, Limit limit,
            @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listRightsGrants").with("state", states.isEmpty() ? null : states)
                .with("postId", postId);
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.tuple().addString(workspace.key())
                .addArrayOfString(states.isEmpty() ? null : states.stream().map(GrantState::name).toArray(String[]::new))
                .addUUID(postId).addUUID(at == null ? null : UUID.fromString(at.keys().getFirst())).addInteger(limit.rows());
        return database.search(workspace, at != null && at.backwards() ? NEWER : OLDER, parameters)
                .map(rows -> rows.stream().map(this::view).toList())
                .map(views -> cursors.page(scope, at, limit, views, view -> List.of(view.id().toString()), view -> view));
    }

    /** Decides on a use by what is stored now; fails with 404 when there is no such post. */
    public Uni<RightsDecision> decide(Workspace workspace, UUID postId, RightsUse use) {
        return database.read(workspace, DECIDING, Tuple.of(workspace.key(), postId)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("post", postId);
            }
            return decide(rows, use);
        });
    }

    private static RightsDecision decide(RowSet<Row> rows, RightsUse use) {
        if (rows.iterator().next().getString("post_state").equals(PostState.WITHDRAWN.name())) {
            return RightsDecision.withdrawn();
        }
        return RightsDecision.decide(
                rows.stream().filter(row -> row.getUUID("id") != null).map(GrantList::rights).toList(), use);
    }

    private static GrantedRights rights(Row row) {
        return new GrantedRights(row.getUUID("id"), GrantState.valueOf(row.getString("state")), Set.copyOf(actions(row)),
                Set.copyOf(channels(row)), Arrays.stream(row.getArrayOfStrings("territories")).collect(Collectors.toSet()),
                row.getOffsetDateTime("starts_at").toInstant(), instant(row.getOffsetDateTime("ends_at")));
    }

    private GrantView view(Row row) {
        return new GrantView(row.getUUID("id"), row.getUUID("post_id"), row.getUUID("request_id"),
                GrantState.valueOf(row.getString("state")), actions(row), channels(row),
                List.of(row.getArrayOfStrings("territories")), row.getOffsetDateTime("starts_at").toInstant(),
                instant(row.getOffsetDateTime("ends_at")), row.getString("attribution"),
                GrantedVia.valueOf(row.getString("granted_via")), row.getOffsetDateTime("granted_at").toInstant(),
                evidence(row.getString("evidence")), instant(row.getOffsetDateTime("ended_at")), row.getString("end_reason"),
                row.getString("end_note"), row.getLong("version"));
    }

    private static List<RightsAction> actions(Row row) {
        return Arrays.stream(row.getArrayOfStrings("actions")).map(RightsAction::valueOf).toList();
    }

    private static List<Channel> channels(Row row) {
        return Arrays.stream(row.getArrayOfStrings("channels")).map(Channel::valueOf).toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private Evidence evidence(String text) {
        try {
            return Objects.requireNonNull(json.readValue(text, Evidence.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored evidence is not what was written", e);
        }
    }
}
