package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.erasure.ErasedAuthors;
import io.groundswell.campaign.listening.ListeningOutcome.Origin;
import io.groundswell.campaign.listening.ListeningOutcome.Outcome;
import io.groundswell.campaign.listening.ListeningOutcome.Received;
import io.groundswell.campaign.post.WithdrawalReason;
import io.groundswell.campaign.post.Withdrawals;
import io.groundswell.kit.bulk.BulkLine;
import io.groundswell.kit.bulk.BulkWork;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Ingests one body of posts for one workspace. */
final class Ingestion implements BulkWork<Received> {
    private final WorkspaceDatabase database;
    private final LiveCampaigns campaigns;
    private final PostStore posts;
    private final ErasedAuthors erased;
    private final Workspace workspace;
    private final Instant seenAt;

    /**
     * @param seenAt when the payloads were read from their networks, for those that do not tell
     */
    Ingestion(WorkspaceDatabase database, LiveCampaigns campaigns, PostStore posts, ErasedAuthors erased, Workspace workspace,
            Instant seenAt) {
        this.database = database;
        this.campaigns = campaigns;
        this.posts = posts;
        this.erased = erased;
        this.workspace = workspace;
        this.seenAt = seenAt;
    }

    @Override
    public List<Entry<Received>> read(BulkLine line) {
        return switch (line) {
            case BulkLine.Unreadable unreadable -> List.of(new Entry.Decided<>(ListeningOutcome.unreadable(unreadable)));
            case BulkLine.Document document -> read(document);
        };
    }

    private List<Entry<Received>> read(BulkLine.Document document) {
        List<SourceItem> items = PostSources.read(document.json(), seenAt);
        List<Entry<Received>> entries = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            entries.add(entry(new Origin(document.number(), items.size() == 1 ? null : i), items.get(i)));
        }
        return entries;
    }

    private static Entry<Received> entry(Origin origin, SourceItem item) {
        return switch (item) {
            case SourceItem.Published(NetworkPost post) -> new Entry.Item<>(new Received.Post(origin, post));
            case SourceItem.Deleted(var network, var id) -> new Entry.Item<>(new Received.Deletion(origin, network, id));
            case SourceItem.Ignored(var detail) ->
                new Entry.Decided<>(ListeningOutcome.ignored(origin, null, null, detail));
            case SourceItem.Rejected rejected -> new Entry.Decided<>(ListeningOutcome.rejected(origin, rejected));
        };
    }

    @Override
    public Uni<List<LineOutcome>> store(List<Received> batch) {
        return database.write(workspace, transaction -> WorkspaceDatabase.planAnew(transaction)
                .chain(() -> campaigns.matcher(transaction, workspace))
                .chain(matcher -> new Batch(batch, matcher).store(transaction)));
    }

    @Override
    public LineOutcome refused(Received item) {
        return ListeningOutcome.refused(item);
    }

    /**
     * One transaction's work. The answer is as if the items had been stored one after the other; the database sees each post
     * once, with its latest observation.
     */
    private final class Batch {
        private final List<Received> items;
        private final PostMatcher matcher;
        private final LineOutcome[] outcomes;
        private final Map<String, PostStore.Matched> latest = new LinkedHashMap<>();
        private final Map<String, List<Integer>> sightings = new HashMap<>();

        Batch(List<Received> items, PostMatcher matcher) {
            this.items = items;
            this.matcher = matcher;
            this.outcomes = new LineOutcome[items.size()];
        }

        Uni<List<LineOutcome>> store(SqlConnection transaction) {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof Received.Post post) {
                    match(i, post);
                }
            }
            return leaveOutErased(transaction)
                    .chain(() -> storePosts(transaction))
                    .chain(() -> withdraw(transaction))
                    .map(_ -> Arrays.asList(outcomes));
        }

        private void match(int index, Received.Post received) {
            List<Match> matches = matcher.match(received.post());
            if (matches.isEmpty()) {
                outcomes[index] = ListeningOutcome.of(received, Outcome.UNMATCHED, null, null);
                return;
            }
            String key = PostStore.naturalKey(received.network(), received.networkPostId());
            var matched = new PostStore.Matched(received.post(), matches);
            latest.merge(key, matched,
                    (known, next) -> next.post().observedAt().isAfter(known.post().observedAt()) ? next : known);
            sightings.computeIfAbsent(key, _ -> new ArrayList<>()).add(index);
        }

        /** Posts of people who were erased are as if they had not been sent. */
        private Uni<Void> leaveOutErased(SqlConnection transaction) {
            if (latest.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            Map<String, ErasedAuthors.Identity> authors = new HashMap<>();
            latest.forEach((key, matched) -> authors.put(key, matched.post().author().on(matched.post().network())));
            return erased.among(transaction, workspace, authors.values()).invoke(gone -> {
                if (!gone.isEmpty()) {
                    authors.forEach((key, author) -> leaveOut(key, gone.contains(author)));
                }
            }).replaceWithVoid();
        }

        private void leaveOut(String key, boolean isErased) {
            if (isErased) {
                latest.remove(key);
                sightings.getOrDefault(key, List.of()).forEach(index -> outcomes[index] = ListeningOutcome.ignored(
                        items.get(index).origin(), items.get(index).network(), items.get(index).networkPostId(),
                        "The author was erased; nothing of the post is kept."));
            }
        }

        private Uni<Void> storePosts(SqlConnection transaction) {
            if (latest.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            List<String> keys = List.copyOf(latest.keySet());
            return posts.store(transaction, workspace, List.copyOf(latest.values())).invoke(known -> {
                for (int i = 0; i < keys.size(); i++) {
                    decide(keys.get(i), known.get(i));
                }
            }).replaceWithVoid();
        }

        /** Follows a post through its sightings in the order of the body. */
        private void decide(String key, PostStore.Known known) {
            Instant observedAt = known.observedAt();
            UUID digest = known.digest();
            boolean newlyMatched = known.newlyMatched();
            for (int index : sightings.getOrDefault(key, List.of())) {
                var received = (Received.Post) items.get(index);
                var sighted = new PostStore.Matched(received.post(), matcher.match(received.post()));
                UUID sightedDigest = sighted.digest();
                Outcome outcome;
                if (observedAt == null || (newlyMatched && sightedDigest.equals(digest))) {
                    outcome = Outcome.MATCHED;
                } else if (!known.withdrawn() && sighted.post().observedAt().isAfter(observedAt)
                        && !sightedDigest.equals(digest)) {
                    outcome = Outcome.UPDATED;
                } else {
                    outcome = Outcome.UNCHANGED;
                }
                newlyMatched = false;
                if (outcome != Outcome.UNCHANGED) {
                    observedAt = sighted.post().observedAt();
                    digest = sightedDigest;
                }
                outcomes[index] = ListeningOutcome.of(received, outcome, known.postId(), campaignIds(sighted));
            }
        }

        private static List<UUID> campaignIds(PostStore.Matched post) {
            return post.matches().stream().map(Match::campaignId).toList();
        }

        private Uni<Void> withdraw(SqlConnection transaction) {
            List<Received> gone = items.stream().filter(Received.Deletion.class::isInstance).toList();
            if (gone.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            return Withdrawals.ofSources(transaction, workspace, gone.stream().map(Batch::source).toList(),
                    WithdrawalReason.SOURCE_DELETED).invoke(withdrawn -> {
                        for (int i = 0; i < items.size(); i++) {
                            if (items.get(i) instanceof Received.Deletion deletion) {
                                outcomes[i] = withdrawal(deletion, withdrawn);
                            }
                        }
                    }).replaceWithVoid();
        }

        private static Withdrawals.Source source(Received item) {
            return new Withdrawals.Source(item.network(), item.networkPostId());
        }

        private static LineOutcome withdrawal(Received.Deletion deletion, Map<Withdrawals.Source, UUID> withdrawn) {
            @Nullable
            UUID postId = withdrawn.get(source(deletion));
            return postId == null
                    ? ListeningOutcome.ignored(deletion.origin(), deletion.network(), deletion.networkPostId(),
                            "Deletes a post that is not kept.")
                    : ListeningOutcome.of(deletion, Outcome.WITHDRAWN, postId, null);
        }
    }
}
