package io.groundswell.creator.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.groundswell.creator.creator.CreatorRights;
import io.groundswell.creator.creator.Seen;
import io.groundswell.creator.creator.Sighting;
import io.groundswell.creator.creator.Sightings;
import io.groundswell.kit.outbox.EventTypes;
import io.groundswell.kit.outbox.FeedConsumer;
import io.groundswell.kit.outbox.FeedEvent;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Makes creators of the authors of matched posts, and keeps count of their posts. */
@ApplicationScoped
public class AuthorDiscovery implements FeedConsumer {
    private static final Logger LOG = Logger.getLogger(AuthorDiscovery.class);

    private final Sightings sightings;
    private final PostSamples samples;
    private final CreatorRights rights;
    private final ObjectMapper json;

    AuthorDiscovery(Sightings sightings, PostSamples samples, CreatorRights rights, ObjectMapper json) {
        this.sightings = sightings;
        this.samples = samples;
        this.rights = rights;
        this.json = json;
    }

    @Override
    public String name() {
        return "campaign-service.authors";
    }

    @Override
    public EventTypes types() {
        return EventTypes.of(PostMatched.TYPE, PostWithdrawn.TYPE);
    }

    /** Queues even for withdrawals alone: a merge that moved accounts meanwhile would have posts counted for who is gone. */
    @Override
    public Uni<Void> apply(SqlConnection transaction, Workspace workspace, List<FeedEvent> events) {
        List<Told> told = new ArrayList<>();
        events.forEach(event -> read(event, told));
        List<Sighting> seen = told.stream().filter(Told.Matched.class::isInstance)
                .map(matched -> ((Told.Matched) matched).author()).toList();
        return Sightings.queue(transaction, workspace)
                .chain(() -> sightings.record(transaction, workspace, seen))
                .call(accounts -> rights.tellPostsOfErased(transaction, workspace, postsOfErased(told, accounts)))
                .chain(accounts -> samples.store(transaction, workspace, ledger(told, accounts)));
    }

    private void read(FeedEvent event, List<Told> told) {
        try {
            switch (event.type()) {
                case PostMatched.TYPE -> {
                    PostMatched post = json.treeToValue(event.data(), PostMatched.class);
                    told.add(new Told.Matched(post, post.sighting(event.time())));
                }
                case PostWithdrawn.TYPE -> told.add(new Told.Withdrawn(json.treeToValue(event.data(), PostWithdrawn.class)));
                default -> LOG.tracef("Events of type '%s' are of no concern here", event.type());
            }
        } catch (JsonProcessingException | InvalidValue e) {
            LOG.errorf("Event %s (%s) at %s is passed over: %s", event.id(), event.type(), event.position(), e.getMessage());
        }
    }

    /** campaign-service stored them before it heard of the erasure. */
    private static Map<UUID, List<UUID>> postsOfErased(List<Told> told, List<Seen> accounts) {
        Map<UUID, List<UUID>> posts = new LinkedHashMap<>();
        int author = 0;
        for (Told one : told) {
            if (one instanceof Told.Matched(PostMatched post, Sighting _)) {
                Seen seen = accounts.get(author++);
                if (seen.outcome() == Seen.Outcome.ERASED) {
                    posts.computeIfAbsent(seen.creatorId(), _ -> new ArrayList<>()).add(post.postId());
                }
            }
        }
        return posts;
    }

    private static PostLedger ledger(List<Told> told, List<Seen> accounts) {
        PostLedger ledger = new PostLedger();
        int author = 0;
        for (Told one : told) {
            switch (one) {
                case Told.Matched(PostMatched post, Sighting _) -> {
                    Seen seen = accounts.get(author++);
                    if (seen.outcome().isKept()) {
                        ledger.matched(post, seen.accountId());
                    }
                }
                case Told.Withdrawn(PostWithdrawn post) -> ledger.withdrawn(post);
            }
        }
        return ledger;
    }

    /** An event that was understood. */
    private sealed interface Told {
        record Matched(PostMatched post, Sighting author) implements Told {}

        record Withdrawn(PostWithdrawn post) implements Told {}
    }
}
