package io.groundswell.campaign.classification;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.text.TextTerms;

/**
 * What of a post is looked at.
 *
 * @param text plain text
 * @param hashtags folded, those of the text and those that the network names beside it
 * @param links of the text
 * @param media which kinds of media there are
 * @param declaredLanguage what the author or the network says, BCP 47
 */
public record PostContent(String text, Set<String> hashtags, Set<String> links, Set<ContentType> media,
        @Nullable String declaredLanguage) {

    public PostContent {
        hashtags = Set.copyOf(hashtags);
        links = Set.copyOf(links);
        media = Set.copyOf(media);
    }

    /** Returns what the network names as hashtags and the text does not show. */
    List<String> hashtagsBesideTheText() {
        Set<String> shown = TextTerms.in(text).hashtags();
        return hashtags.stream().filter(hashtag -> !shown.contains(hashtag)).sorted().toList();
    }
}
