package io.groundswell.creator.discovery;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.DiscoveredVia;
import io.groundswell.creator.creator.Network;
import io.groundswell.creator.creator.Sighting;
import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What campaign-service tells in {@code post.matched}: a post belongs to campaigns, or has newer figures. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PostMatched(UUID postId, Network network, List<UUID> campaignIds, @Nullable List<String> reasons, Instant publishedAt,
        Instant observedAt, @Nullable String language, @Nullable List<String> hashtags, Author author,
        @Nullable Engagement engagement) {
    private static final int MOST_HASHTAGS = 30;
    private static final int LONGEST_HASHTAG = 100;
    static final String TYPE = "post.matched";

    PostMatched {
        InvalidValue.require(postId, "postId");
        InvalidValue.require(network, "network");
        campaignIds = List.copyOf(InvalidValue.require(campaignIds, "campaignIds"));
        InvalidValue.require(publishedAt, "publishedAt");
        InvalidValue.require(observedAt, "observedAt");
        InvalidValue.require(author, "author");
    }

    /** What leads closest to the brand counts; who only used a word that is listened for was searched for. */
    private DiscoveredVia via() {
        if (reasons == null || reasons.isEmpty()) {
            return DiscoveredVia.HASHTAG;
        }
        return reasons.contains("MENTION")
                ? DiscoveredVia.MENTION
                : reasons.contains("HASHTAG") ? DiscoveredVia.HASHTAG : DiscoveredVia.SEARCH;
    }

    /**
     * Returns what the post tells of its author; what cannot be kept is left out.
     *
     * @param toldAt nothing was observed after it was told, whatever the network's clock says
     * @throws InvalidValue when the author cannot be identified
     */
    Sighting sighting(Instant toldAt) {
        DiscoveredVia via = via();
        Instant at = observedAt.isAfter(toldAt) ? toldAt : observedAt;
        Map<String, InvalidValue> unusable = new HashMap<>();
        while (true) {
            try {
                return Sighting.inPost(author.profile(network, unusable.keySet()), via, at,
                        unusable.containsKey("language") ? null : language);
            } catch (InvalidValue reason) {
                InvalidValue known = unusable.putIfAbsent(reason.field(), reason);
                if (known != null) {
                    throw known;
                }
            }
        }
    }

    /** Returns the hashtags that can be kept, folded and without their sign; those of older events are not told. */
    List<String> usableHashtags() {
        return hashtags == null
                ? List.of()
                : hashtags.stream().filter(PostMatched::isHashtag).distinct().limit(MOST_HASHTAGS).toList();
    }

    private static boolean isHashtag(@Nullable String tag) {
        return tag != null && !tag.isBlank() && tag.length() <= LONGEST_HASHTAG
                && tag.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /** How people reacted; null is hidden or not told, which is never 0. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Engagement(@Nullable Long likes, @Nullable Long comments, @Nullable Long shares, @Nullable Long saves,
            @Nullable Long views, @Nullable Long impressions, @Nullable Long reach) {
        static final Engagement UNKNOWN = new Engagement(null, null, null, null, null, null, null);
    }
}
