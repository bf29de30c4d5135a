package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;

/**
 * Finds all live campaigns that a post belongs to. The work grows with the terms of the post, not with the number of
 * campaigns: terms are looked up by their folded form.
 *
 * @param revision which state of the workspace's campaigns this was made of
 */
record PostMatcher(long revision, Map<String, List<Listener>> byHashtag, Map<String, List<Listener>> byMention) {

    /** What one campaign listens to. */
    record Listener(UUID campaignId, @Nullable Instant startsAt, @Nullable Instant endsAt, Set<Network> networks) {
        boolean hears(NetworkPost post) {
            return (startsAt == null || !post.publishedAt().isBefore(startsAt))
                    && (endsAt == null || !post.publishedAt().isAfter(endsAt))
                    && (networks.isEmpty() || networks.contains(post.network()));
        }
    }

    /** A campaign that a post belongs to, and why. */
    record Match(UUID campaignId, boolean byHashtag, boolean byMention) {}

    /** Collects the terms of campaigns. */
    static final class Builder {
        private final Map<String, List<Listener>> byHashtag = new HashMap<>();
        private final Map<String, List<Listener>> byMention = new HashMap<>();

        void add(Listener listener, Collection<String> foldedHashtags, Collection<String> foldedMentions) {
            foldedHashtags.stream().distinct().forEach(term -> list(byHashtag, term).add(listener));
            foldedMentions.stream().distinct().forEach(term -> list(byMention, term).add(listener));
        }

        PostMatcher build(long revision) {
            return new PostMatcher(revision, byHashtag, byMention);
        }

        private static List<Listener> list(Map<String, List<Listener>> index, String term) {
            return index.computeIfAbsent(term, _ -> new ArrayList<>());
        }
    }

    /** Returns each campaign once; empty when the post belongs to none. */
    List<Match> match(NetworkPost post) {
        Map<UUID, Match> matches = new LinkedHashMap<>();
        for (String hashtag : post.terms().hashtags()) {
            for (Listener listener : byHashtag.getOrDefault(hashtag, List.of())) {
                if (listener.hears(post)) {
                    matches.putIfAbsent(listener.campaignId(), new Match(listener.campaignId(), true, false));
                }
            }
        }
        for (String mention : post.terms().mentions()) {
            for (Listener listener : byMention.getOrDefault(mention, List.of())) {
                if (listener.hears(post)) {
                    matches.merge(listener.campaignId(), new Match(listener.campaignId(), false, true),
                            (known, _) -> new Match(known.campaignId(), known.byHashtag(), true));
                }
            }
        }
        return List.copyOf(matches.values());
    }
}
