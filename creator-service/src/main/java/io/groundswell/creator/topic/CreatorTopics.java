package io.groundswell.creator.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.groundswell.creator.topic.TopicEvidence.Source;
import io.groundswell.text.topic.Taxonomy;
import io.groundswell.text.topic.Topic;
import io.groundswell.text.topic.TopicMatch;

/**
 * Works out a creator's topics. A pure function: no clock, no database, the same answer for the same texts on every machine.
 *
 * <p>The score is {@code 1 - d}, where the doubt {@code d} starts at 1 and is multiplied by {@code 1 - w} for each piece of
 * evidence, {@code w} being {@link io.groundswell.text.topic.EvidenceWeights#bio()} for each keyword in bios and
 * {@link io.groundswell.text.topic.EvidenceWeights#hashtag()} for each post with one in its hashtags. Computed in whole
 * millionths, rounded half up at each step.
 */
public final class CreatorTopics {
    private static final long ONE = 1_000_000;
    /** After so many posts no doubt is left that rounding does not take. */
    private static final long MOST_POSTS = 200;

    private CreatorTopics() {}

    /** Returns topics of both levels, highest score first; those of one score by id. */
    public static List<CreatorTopic> of(Taxonomy taxonomy, Collection<String> bios, Collection<HashtagUse> hashtags) {
        Map<String, Map<Key, TopicEvidence>> byTopic = new LinkedHashMap<>();
        for (String bio : bios) {
            for (TopicMatch match : taxonomy.match(bio)) {
                add(taxonomy, byTopic, match, Source.BIO, match.text(), null);
            }
        }
        for (HashtagUse use : hashtags) {
            for (TopicMatch match : taxonomy.matchHashtag(use.hashtag())) {
                add(taxonomy, byTopic, match, Source.HASHTAG, "#" + use.hashtag(), use.posts());
            }
        }
        List<CreatorTopic> topics = new ArrayList<>(byTopic.size());
        byTopic.forEach((topic, evidence) -> topics.add(topic(taxonomy, topic, evidence.values())));
        topics.sort(Comparator.comparingLong(CreatorTopic::score).reversed().thenComparing(CreatorTopic::topic));
        return topics;
    }

    /** What counts once: a keyword in bios, and a keyword within a hashtag. */
    private record Key(Source source, String keyword, String text) {}

    private static void add(Taxonomy taxonomy, Map<String, Map<Key, TopicEvidence>> byTopic, TopicMatch match, Source source,
            String text, @org.jspecify.annotations.Nullable Long posts) {
        Key key = new Key(source, match.keyword(), source == Source.BIO ? "" : text);
        TopicEvidence evidence = new TopicEvidence(source, text, match.keyword(), match.languages(), posts);
        byTopic.computeIfAbsent(match.topic(), _ -> new LinkedHashMap<>()).merge(key, evidence, CreatorTopics::together);
        String parent = Objects.requireNonNull(taxonomy.topic(match.topic())).parent();
        if (parent != null) {
            byTopic.computeIfAbsent(parent, _ -> new LinkedHashMap<>()).merge(key, evidence, CreatorTopics::together);
        }
    }

    /** Accounts of one creator may use the same hashtag. */
    private static TopicEvidence together(TopicEvidence one, TopicEvidence other) {
        Long posts = one.posts();
        Long others = other.posts();
        return posts == null || others == null
                ? one
                : new TopicEvidence(one.source(), one.text(), one.keyword(), one.languages(), posts + others);
    }

    private static CreatorTopic topic(Taxonomy taxonomy, String id, Collection<TopicEvidence> evidence) {
        Topic topic = Objects.requireNonNull(taxonomy.topic(id));
        long bioKeeps = ONE - millionths(taxonomy.weights().bio());
        long hashtagKeeps = ONE - millionths(taxonomy.weights().hashtag());
        long doubt = ONE;
        for (TopicEvidence one : evidence) {
            Long posts = one.posts();
            if (posts == null) {
                doubt = times(doubt, bioKeeps);
            } else {
                for (long post = 0; post < Math.min(posts, MOST_POSTS) && doubt > 0; post++) {
                    doubt = times(doubt, hashtagKeeps);
                }
            }
        }
        List<TopicEvidence> strongestFirst = evidence.stream()
                .sorted(Comparator.comparing(TopicEvidence::source)
                        .thenComparing(one -> one.posts() == null ? 0 : one.posts(), Comparator.reverseOrder()))
                .toList();
        return new CreatorTopic(id, topic.parent(), ONE - doubt, strongestFirst);
    }

    private static long times(long doubt, long keeps) {
        return (doubt * keeps + ONE / 2) / ONE;
    }

    private static long millionths(double share) {
        return Math.round(share * ONE);
    }
}
