package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.text.phrase.PhraseIndex;
import io.groundswell.text.phrase.Spellings;

/**
 * Finds all live campaigns that a post belongs to. The work grows with the post, not with the number of campaigns: hashtags and
 * mentions are looked up by their folded form, and all keywords are found in one pass over the text.
 */
final class PostMatcher {
    /** Listens to nothing. */
    static final PostMatcher NOTHING_LIVE = new Builder().build(0);

    private final long revision;
    private final Map<String, List<Listener>> byHashtag;
    private final Map<String, List<Listener>> byMention;
    /** Null when nobody listens to words: then texts need not be read. */
    private final @Nullable PhraseIndex<Keyword> byKeyword;

    private PostMatcher(long revision, Builder terms) {
        this.revision = revision;
        this.byHashtag = Map.copyOf(terms.byHashtag);
        this.byMention = Map.copyOf(terms.byMention);
        this.byKeyword = terms.hasKeywords ? terms.keywords.build() : null;
    }

    /** Returns which state of the workspace's campaigns this was made of. */
    long revision() {
        return revision;
    }

    /** What one campaign listens to. */
    record Listener(UUID campaignId, @Nullable Instant startsAt, @Nullable Instant endsAt, Set<Network> networks) {
        boolean hears(NetworkPost post) {
            return (startsAt == null || !post.publishedAt().isBefore(startsAt))
                    && (endsAt == null || !post.publishedAt().isAfter(endsAt))
                    && (networks.isEmpty() || networks.contains(post.network()));
        }
    }

    /** A word or phrase as a campaign's brand wrote it. */
    private record Keyword(String written, Listener listener) {}

    /** Collects the terms of campaigns. */
    static final class Builder {
        private final Map<String, List<Listener>> byHashtag = new HashMap<>();
        private final Map<String, List<Listener>> byMention = new HashMap<>();
        private final PhraseIndex.Builder<Keyword> keywords = new PhraseIndex.Builder<>();
        private boolean hasKeywords;

        Builder add(Listener listener, Collection<String> foldedHashtags, Collection<String> foldedMentions,
                Collection<String> keywordsAsWritten) {
            foldedHashtags.stream().distinct().forEach(term -> list(byHashtag, term).add(listener));
            foldedMentions.stream().distinct().forEach(term -> list(byMention, term).add(listener));
            for (String written : keywordsAsWritten) {
                Spellings.of(written, "und").forEach(spelling -> keywords.add(spelling, new Keyword(written, listener)));
                hasKeywords = true;
            }
            return this;
        }

        PostMatcher build(long revision) {
            return new PostMatcher(revision, this);
        }

        private static List<Listener> list(Map<String, List<Listener>> index, String term) {
            return index.computeIfAbsent(term, _ -> new ArrayList<>());
        }
    }

    /** Returns each campaign once; empty when the post belongs to none. */
    List<Match> match(NetworkPost post) {
        var matches = new Matches(post);
        for (String hashtag : post.terms().hashtags()) {
            byHashtag.getOrDefault(hashtag, List.of()).forEach(listener -> matches.add(listener, Match.By.HASHTAG, hashtag));
        }
        for (String mention : post.terms().mentions()) {
            byMention.getOrDefault(mention, List.of()).forEach(listener -> matches.add(listener, Match.By.MENTION, mention));
        }
        if (byKeyword != null) {
            for (PhraseIndex.Found<Keyword> found : byKeyword.find(post.text())) {
                matches.add(found.value().listener(), Match.By.KEYWORD, found.value().written());
            }
        }
        return matches.list();
    }

    private static final class Matches {
        private final NetworkPost post;
        private final Map<UUID, Set<Match.Term>> terms = new LinkedHashMap<>();

        Matches(NetworkPost post) {
            this.post = post;
        }

        void add(Listener listener, Match.By by, String term) {
            if (listener.hears(post)) {
                terms.computeIfAbsent(listener.campaignId(), _ -> new LinkedHashSet<>()).add(new Match.Term(by, term));
            }
        }

        List<Match> list() {
            if (terms.isEmpty()) {
                return List.of();
            }
            return terms.entrySet().stream().map(found -> new Match(found.getKey(), List.copyOf(found.getValue()))).toList();
        }
    }
}
