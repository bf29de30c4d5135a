package io.groundswell.campaign.post;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
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
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Posts to look at. */
@ApplicationScoped
public class Posts {
    private static final String COLUMNS = """
            select p.id, p.state, p.state_reason, p.network, p.network_post_id, p.author::text as author, p.text, p.language,
                p.permalink, p.published_at, p.observed_at, p.likes, p.comments, p.shares, p.saves, p.views, p.impressions,
                p.reach, p.engagement_rate, p.rate_method, p.hashtags, p.mentions, p.links, p.media::text as media,
                p.decided_at, p.version, p.labels::text as labels, p.detected_language, p.decision::text as decision,
                array(select m.campaign_id from post_match m
                    where m.workspace_id = $1 and m.post_id = p.id order by m.campaign_id) as campaign_ids
            from post p
            """;
    private static final String ONE = COLUMNS + "where p.workspace_id = $1 and p.id = $2";
    private static final String ALL = COLUMNS + "where p.workspace_id = $1 and p.id = any($2) order by p.id";
    private static final String FILTER = """
            where p.workspace_id = $1 and ($2::text[] is null or p.state = any($2)) and ($3::text is null or p.network = $3)
                and ($4::uuid is null or exists (select from post_match c
                    where c.workspace_id = $1 and c.campaign_id = $4 and c.post_id = p.id))
            """;
    private static final String OLDER = COLUMNS + FILTER
            + """
                    and (p.published_at, p.id) < (coalesce($5::timestamptz, 'infinity'), coalesce($6::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
                    order by p.published_at desc, p.id desc limit $7""";
    private static final String NEWER = COLUMNS + FILTER + """
            and (p.published_at, p.id) > ($5::timestamptz, $6::uuid)
            order by p.published_at, p.id limit $7""";
    private final WorkspaceDatabase database;
    private final Cursors cursors;
    private final ObjectMapper json;

    Posts(WorkspaceDatabase database, Cursors cursors, ObjectMapper json) {
        this.database = database;
        this.cursors = cursors;
        this.json = json;
    }

    /** What a list shows; what is null or empty admits everything. */
    record Filter(@Nullable UUID campaignId, @Nullable PostState state, @Nullable Boolean approved,
            @Nullable Network network) {
        String @Nullable [] stateNames() {
            return state == null && approved == null
                    ? null
                    : Arrays.stream(PostState.values()).filter(this::admits).map(PostState::name).toArray(String[]::new);
        }

        private boolean admits(PostState one) {
            return (state == null || state == one) && (approved == null || approved == one.isApproved());
        }
    }

    /** Lists posts, newest published first. */
    Uni<Page<PostView>> page(Workspace workspace, Filter filter, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listPosts").with("campaignId", filter.campaignId())
                .with("state", filter.state()).with("approved", filter.approved()).with("network", filter.network());
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.tuple().addString(workspace.key()).addArrayOfString(filter.stateNames())
                .addString(nameOf(filter.network())).addUUID(filter.campaignId())
                .addOffsetDateTime(at == null ? null : OffsetDateTime.parse(at.keys().get(0)))
                .addUUID(at == null ? null : UUID.fromString(at.keys().get(1))).addInteger(limit.rows());
        return database.search(workspace, at != null && at.backwards() ? NEWER : OLDER, parameters)
                .map(rows -> rows.stream().map(this::view).toList())
                .map(posts -> cursors.page(scope, at, limit, posts,
                        post -> List.of(post.publishedAt().toString(), post.id().toString()), post -> post));
    }

    /** Returns the post, or fails with 404. */
    public Uni<PostView> get(Workspace workspace, UUID id) {
        return database.read(workspace, ONE, Tuple.of(workspace.key(), id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("post", id);
            }
            return view(rows.iterator().next());
        });
    }

    /** Returns those of the posts that are kept, in the order of their ids. */
    Uni<List<PostView>> all(Workspace workspace, List<UUID> ids) {
        return database.read(workspace, ALL, Tuple.of(workspace.key(), ids.toArray(UUID[]::new)))
                .map(rows -> rows.stream().map(this::view).toList());
    }

    private PostView view(Row row) {
        var figures = new PostView.Figures(row.getLong("likes"), row.getLong("comments"), row.getLong("shares"),
                row.getLong("saves"), row.getLong("views"), row.getLong("impressions"), row.getLong("reach"),
                row.getDouble("engagement_rate"), row.getString("rate_method"));
        return new PostView(row.getUUID("id"), PostState.valueOf(row.getString("state")), row.getString("state_reason"),
                Network.valueOf(row.getString("network")), row.getString("network_post_id"), parse(row.getString("author")),
                row.getString("text"), row.getString("language"), row.getString("detected_language"),
                row.getString("permalink"),
                row.getOffsetDateTime("published_at").toInstant(), row.getOffsetDateTime("observed_at").toInstant(), figures,
                texts(row, "hashtags"), texts(row, "mentions"), texts(row, "links"), parse(row.getString("media")),
                parse(row.getString("labels")),
                Arrays.asList(row.getArrayOfUUIDs("campaign_ids")), instant(row.getOffsetDateTime("decided_at")),
                rule(row.getString("decision")), row.getLong("version"));
    }

    private static List<String> texts(Row row, String column) {
        return Arrays.asList(row.getArrayOfStrings(column));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private @Nullable DecidingRule rule(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, DecidingRule.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored rules are not the JSON that was written", e);
        }
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned a jsonb value that is not JSON", e);
        }
    }
}
