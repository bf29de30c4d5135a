package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.erasure.ErasedAuthors;
import io.groundswell.campaign.listening.ListeningOutcome.Outcome;
import io.groundswell.campaign.listening.ListeningOutcome.Received;
import io.groundswell.campaign.moderation.Verdict;
import io.groundswell.campaign.post.PostProgress;
import io.groundswell.campaign.post.WithdrawalReason;
import io.groundswell.campaign.post.Withdrawals;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * One transaction's work. The answer is as if the items had been stored one after the other; the database sees each post once,
 * with its latest observation, and only when something about it is new.
 */
final class IntakeBatch {
    private final PostIntake intake;
    private final SqlConnection transaction;
    private final Workspace workspace;
    private final List<Received> items;
    private final PostMatcher matcher;
    private final LineOutcome[] outcomes;
    private final Map<String, Sighted> latest = new LinkedHashMap<>();
    private final Map<String, List<Sighting>> sightings = new HashMap<>();

    IntakeBatch(PostIntake intake, SqlConnection transaction, Workspace workspace, List<Received> items, PostMatcher matcher) {
        this.intake = intake;
        this.transaction = transaction;
        this.workspace = workspace;
        this.items = items;
        this.matcher = matcher;
        this.outcomes = new LineOutcome[items.size()];
    }

    /** A post in a line of the body. */
    private record Sighting(Received.Post received, int index, Sighted sighted) {}

    Uni<List<LineOutcome>> store() {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Received.Post post) {
                match(i, post);
            }
        }
        return storeMatching().chain(this::withdraw).chain(this::withdrawOfAccounts).map(_ -> Arrays.asList(outcomes));
    }

    private void match(int index, Received.Post received) {
        List<Match> matches = matcher.match(received.post());
        if (matches.isEmpty()) {
            outcomes[index] = ListeningOutcome.of(received, Outcome.UNMATCHED, null, null);
            return;
        }
        String key = PostStore.naturalKey(received.network(), received.networkPostId());
        var sighted = Sighted.of(received.post(), matches);
        latest.merge(key, sighted,
                (known, next) -> next.post().observedAt().isAfter(known.post().observedAt()) ? next : known);
        sightings.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Sighting(received, index, sighted));
    }

    private Uni<Void> storeMatching() {
        if (latest.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, ErasedAuthors.Identity> authors = new HashMap<>();
        latest.forEach((key, sighted) -> authors.put(key, sighted.post().author().on(sighted.post().network())));
        return Uni.combine().all()
                .unis(intake.erased().among(transaction, workspace, authors.values()),
                        intake.posts().kept(transaction, workspace, List.copyOf(latest.values())))
                .with((gone, kept) -> {
                    authors.forEach((key, author) -> {
                        if (gone.contains(author)) {
                            leaveOut(key);
                        }
                    });
                    return kept;
                })
                .chain(this::storeNews);
    }

    /** Posts of people who were erased are as if they had not been sent. */
    private void leaveOut(String key) {
        latest.remove(key);
        sightings.getOrDefault(key, List.of()).forEach(sighting -> outcomes[sighting.index()] = ListeningOutcome.ignored(
                sighting.received().origin(), sighting.received().network(), sighting.received().networkPostId(),
                "The author was erased; nothing of the post is kept."));
    }

    private Uni<Void> storeNews(Map<String, PostStore.Kept> kept) {
        List<String> news = new ArrayList<>();
        latest.forEach((key, sighted) -> {
            PostStore.Kept known = kept.get(key);
            if (known == null || known.isNews(sighted)) {
                news.add(key);
            } else {
                decide(key, known.asBefore());
            }
        });
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Sighted> sighted = news.stream().map(latest::get).toList();
        return intake.workers().run(() -> sighted.stream().map(ReadPost::of).toList())
                .chain(read -> intake.duplicates().resolve(transaction, workspace, read, kept))
                .chain(classified -> moderate(classified)
                        .chain(verdicts -> intake.posts().store(transaction, workspace, classified, verdicts)))
                .call(this::settle)
                .invoke(known -> {
                    for (int i = 0; i < news.size(); i++) {
                        decide(news.get(i), known.get(i));
                    }
                }).replaceWithVoid();
    }

    /** Returns what the rules make of posts, in order. */
    private Uni<List<Verdict>> moderate(List<PostStore.Classified> posts) {
        return intake.rules().rules(transaction, workspace).chain(rules -> rules.isEmpty()
                ? Uni.createFrom().item(Collections.nCopies(posts.size(), Verdict.UNDECIDED))
                : intake.workers().run(() -> posts.stream()
                        .map(post -> rules.decide(post.post().moderated(post.classification(), post.sighted().campaignIds())))
                        .toList()));
    }

    /** A known post that is approved now may have been granted rights before. */
    private Uni<Void> settle(List<PostStore.Known> known) {
        List<UUID> anew = known.stream().filter(PostStore.Known::decidedAnew)
                .map(post -> Objects.requireNonNull(post.postId())).toList();
        return anew.isEmpty() ? Uni.createFrom().voidItem() : PostProgress.settle(transaction, workspace, anew);
    }

    /** Follows a post through its sightings in the order of the body. */
    private void decide(String key, PostStore.Known known) {
        Instant observedAt = known.observedAt();
        UUID digest = known.digest();
        boolean newlyMatched = known.newlyMatched();
        for (Sighting sighting : sightings.getOrDefault(key, List.of())) {
            Sighted sighted = sighting.sighted();
            Outcome outcome;
            if (observedAt == null || (newlyMatched && sighted.digest().equals(digest))) {
                outcome = Outcome.MATCHED;
            } else if (!known.withdrawn() && sighted.post().observedAt().isAfter(observedAt)
                    && !sighted.digest().equals(digest)) {
                outcome = Outcome.UPDATED;
            } else {
                outcome = Outcome.UNCHANGED;
            }
            newlyMatched = false;
            if (outcome != Outcome.UNCHANGED) {
                observedAt = sighted.post().observedAt();
                digest = sighted.digest();
            }
            outcomes[sighting.index()] = ListeningOutcome.of(sighting.received(), outcome, known.postId(),
                    sighted.campaignIds());
        }
    }

    private Uni<Void> withdraw() {
        List<Withdrawals.Source> gone = items.stream().filter(Received.Deletion.class::isInstance)
                .map(Received.Deletion.class::cast).map(IntakeBatch::source).toList();
        if (gone.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Withdrawals.ofSources(transaction, workspace, gone, WithdrawalReason.SOURCE_DELETED).invoke(withdrawn -> {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof Received.Deletion deletion) {
                    outcomes[i] = withdrawal(deletion, withdrawn);
                }
            }
        }).replaceWithVoid();
    }

    private Uni<Void> withdrawOfAccounts() {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Received.AccountRemoval removal) {
                int index = i;
                done = done.chain(() -> Withdrawals.ofAuthor(transaction, workspace, removal.network(), removal.authorKey(),
                        WithdrawalReason.ACCOUNT_REMOVED))
                        .invoke(withdrawn -> outcomes[index] = withdrawal(removal, withdrawn.size())).replaceWithVoid();
            }
        }
        return done;
    }

    private static LineOutcome withdrawal(Received.AccountRemoval removal, int posts) {
        return posts == 0
                ? ListeningOutcome.ignored(removal.origin(), removal.network(), null,
                        "The end of an account of which nothing is kept.")
                : ListeningOutcome.withdrawn(removal, posts);
    }

    private static Withdrawals.Source source(Received.Deletion item) {
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
