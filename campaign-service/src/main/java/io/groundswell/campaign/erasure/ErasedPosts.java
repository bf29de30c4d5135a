package io.groundswell.campaign.erasure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.groundswell.campaign.rights.request.RightsErasure;
import io.groundswell.kit.outbox.EventTypes;
import io.groundswell.kit.outbox.FeedConsumer;
import io.groundswell.kit.outbox.FeedEvent;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Erases the posts of the people whom creator-service erased. */
@ApplicationScoped
public class ErasedPosts implements FeedConsumer {
    private static final Logger LOG = Logger.getLogger(ErasedPosts.class);
    private static final String ERASED = "creator.erased";

    /**
     * Nothing of content, author or address stays, here or in what was told before. The times keep their day, for reports
     * that were made of them.
     */
    private static final String ERASE = """
            with erased as (
                update post p set state = 'WITHDRAWN', state_reason = 'AUTHOR_ERASED', network_post_id = 'erased:' || p.id,
                    author_key = '', author = '{}', text = '', language = null, permalink = null,
                    published_at = date_trunc('day', p.published_at), observed_at = date_trunc('day', p.observed_at), likes = null,
                    comments = null, shares = null, saves = null, views = null, impressions = null, reach = null,
                    engagement_rate = null, hashtags = '{}', mentions = '{}', links = '{}', media = '[]', labels = '[]',
                    detected_language = null, fingerprint = null, digest = p.id,
                    decided_by = null, rule_id = null, decision = null, version = p.version + 1
                where p.workspace_id = $1 and p.id = any($2) and p.network_post_id <> 'erased:' || p.id
                returning p.id, old.fingerprint
            ), forgotten as (
                delete from post_band b using erased e
                where b.workspace_id = $1 and b.post_id = e.id and b.band = any(e.fingerprint)
            ), unsaid as (
                update moderation_event m set decided_by = null, reason = null, rule = null
                from erased e
                where m.workspace_id = $1 and m.post_id = e.id
            ), silenced as (
                update outbox o set type = 'post.withdrawn',
                    payload = jsonb_build_object('postId', e.id, 'reason', 'AUTHOR_ERASED', 'campaignIds', '[]'::jsonb)
                from erased e
                where o.workspace_id = $1 and o.aggregateid = e.id::text and o.type = 'post.matched'
            )
            insert into outbox (id, aggregatetype, aggregateid, type, payload, workspace_id, occurred_at)
            select uuidv7(), 'post', e.id::text, 'post.withdrawn',
                jsonb_build_object('postId', e.id, 'reason', 'AUTHOR_ERASED', 'campaignIds',
                    (select coalesce(jsonb_agg(m.campaign_id), '[]') from post_match m
                     where m.workspace_id = $1 and m.post_id = e.id)), $1, now()
            from erased e""";

    private final ErasedAuthors authors;
    private final RightsErasure rights;
    private final ObjectMapper json;

    ErasedPosts(ErasedAuthors authors, RightsErasure rights, ObjectMapper json) {
        this.authors = authors;
        this.rights = rights;
        this.json = json;
    }

    @Override
    public String name() {
        return "creator-service.erasures";
    }

    @Override
    public EventTypes types() {
        return EventTypes.of(ERASED);
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, Workspace workspace, List<FeedEvent> events) {
        Set<UUID> marks = new LinkedHashSet<>();
        Set<UUID> posts = new LinkedHashSet<>();
        events.stream().filter(event -> event.type().equals(ERASED)).map(this::read).forEach(told -> {
            marks.addAll(told.marks());
            posts.addAll(told.postIds());
        });
        Uni<Void> done = Uni.createFrom().voidItem();
        if (!marks.isEmpty()) {
            done = done.chain(() -> authors.add(transaction, workspace, marks));
        }
        if (!posts.isEmpty()) {
            done = done.chain(() -> transaction.preparedQuery(ERASE)
                    .execute(Tuple.of(workspace.key(), posts.toArray(UUID[]::new))).replaceWithVoid())
                    .chain(() -> rights.forget(transaction, workspace, posts));
        }
        return done;
    }

    /** An erasure that cannot be read is never passed over: the feed waits until somebody looks. */
    private Erased read(FeedEvent event) {
        try {
            return json.treeToValue(event.data(), Erased.class);
        } catch (JsonProcessingException e) {
            LOG.errorf("Erasure %s at %s cannot be read", event.id(), event.position());
            throw new IllegalStateException("Erasure " + event.id() + " is not of the form that was agreed", e);
        }
    }

    /** What creator-service tells of an erasure. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Erased(List<UUID> marks, List<UUID> postIds) {
        Erased {
            marks = Objects.requireNonNullElse(marks, List.of());
            postIds = Objects.requireNonNullElse(postIds, List.of());
        }
    }
}
