package io.groundswell.creator.discovery;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Events of posts, taken one after the other, and what is left to store of them: the last word on each post and campaign. */
final class PostLedger {
    private final Map<UUID, Sample> samples = new LinkedHashMap<>();
    private final Map<UUID, Set<UUID>> tied = new LinkedHashMap<>();
    private final Map<UUID, Set<UUID>> untied = new LinkedHashMap<>();
    private final Set<UUID> untiedFromAll = new LinkedHashSet<>();

    void matched(PostMatched post, UUID accountId) {
        samples.merge(post.postId(), new Sample(post, accountId),
                (known, next) -> next.post().observedAt().isBefore(known.post().observedAt()) ? known : next);
        for (UUID campaign : post.campaignIds()) {
            tied.computeIfAbsent(post.postId(), _ -> new LinkedHashSet<>()).add(campaign);
            remove(untied, post.postId(), campaign);
        }
    }

    void withdrawn(PostWithdrawn post) {
        if (post.campaignIds().isEmpty()) {
            untiedFromAll.add(post.postId());
            tied.remove(post.postId());
        }
        for (UUID campaign : post.campaignIds()) {
            untied.computeIfAbsent(post.postId(), _ -> new LinkedHashSet<>()).add(campaign);
            remove(tied, post.postId(), campaign);
        }
    }

    private static void remove(Map<UUID, Set<UUID>> ties, UUID post, UUID campaign) {
        Set<UUID> campaigns = ties.get(post);
        if (campaigns != null) {
            campaigns.remove(campaign);
        }
    }

    /** Returns the latest observation of each post that belongs to a campaign in the end. */
    List<Sample> samples() {
        return samples.values().stream().filter(sample -> !tied.getOrDefault(sample.post().postId(), Set.of()).isEmpty())
                .toList();
    }

    /** Returns which posts now belong to which campaigns. */
    List<Tie> ties() {
        return flat(tied);
    }

    /** Returns which posts no longer belong to which campaigns. A campaign that is absent stands for all of them. */
    List<Tie> cuts() {
        List<Tie> cuts = new java.util.ArrayList<>(flat(untied));
        untiedFromAll.forEach(post -> cuts.add(new Tie(post, null)));
        return cuts;
    }

    private static List<Tie> flat(Map<UUID, Set<UUID>> ties) {
        return ties.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(campaign -> new Tie(entry.getKey(), campaign))).toList();
    }

    record Sample(PostMatched post, UUID accountId) {}

    record Tie(UUID postId, @Nullable UUID campaignId) {}
}
