package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.classification.Classification;
import io.groundswell.campaign.classification.ContentType;
import io.groundswell.campaign.classification.PostContent;
import io.groundswell.campaign.moderation.ModeratedPost;
import io.groundswell.campaign.text.HashtagRules;
import io.groundswell.campaign.text.TextTerms;
import io.groundswell.kit.problem.InvalidValue;

/**
 * A post as it was seen at one time, whatever network it is from.
 *
 * @param networkPostId unique within the network
 * @param text plain text; markup is taken off by the network's adapter
 * @param observedAt when these figures were read
 * @param terms folded hashtags and mentions of the text and of what the network names besides
 */
public record NetworkPost(
        Network network,
        String networkPostId,
        Author author,
        String text,
        @Nullable String language,
        @Nullable String permalink,
        Instant publishedAt,
        Instant observedAt,
        Engagement engagement,
        TextTerms terms,
        List<Media> media) {

    /** Well above what the networks permit, which is 30 hashtags on Instagram and the length of the text elsewhere. */
    private static final int MOST_TERMS = 1_000;

    /** Returns what of it is classified. */
    PostContent content() {
        Set<ContentType> kinds = new LinkedHashSet<>();
        media.forEach(medium -> kinds.add(ContentType.valueOf(medium.type().name())));
        return new PostContent(text, terms.hashtags(), terms.links(), kinds, language);
    }

    /** Returns what of it moderation rules look at. */
    ModeratedPost moderated(Classification classification, List<UUID> campaignIds) {
        return new ModeratedPost(network, author.id(), author.handle(), text, classification.language().detected(),
                classification.labels(), Set.copyOf(campaignIds));
    }

    /**
     * Adds what the network's own analysis found to what the text says by the network's own rules.
     *
     * @throws InvalidValue when there are more than any network permits: whoever writes so many wants to be found by all
     */
    static TextTerms terms(Network network, String text, Set<String> hashtags, Set<String> mentions) {
        TextTerms terms = TextTerms.in(text, rules(network));
        terms.hashtags().addAll(hashtags);
        terms.mentions().addAll(mentions);
        requireFew("hashtags", terms.hashtags());
        requireFew("mentions", terms.mentions());
        requireFew("links", terms.links());
        return terms;
    }

    private static void requireFew(String field, Set<String> terms) {
        if (terms.size() > MOST_TERMS) {
            throw new InvalidValue(field, "too-many",
                    "A post may have %,d %s at most; this one has %,d.".formatted(MOST_TERMS, field, terms.size()));
        }
    }

    private static HashtagRules rules(Network network) {
        return switch (network) {
            case X -> HashtagRules.X;
            case BLUESKY -> HashtagRules.BLUESKY;
            case MASTODON -> HashtagRules.MASTODON;
            case INSTAGRAM, TIKTOK, YOUTUBE, FACEBOOK, LINKEDIN, OTHER -> HashtagRules.COMMON;
        };
    }
}
