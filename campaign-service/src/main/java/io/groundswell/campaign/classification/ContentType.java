package io.groundswell.campaign.classification;

import java.util.List;
import java.util.Set;

/** What a post mainly is; the richest medium decides. */
public enum ContentType {
    STATUS, IMAGE, VIDEO, AUDIO, LINK;

    private static final List<ContentType> RICHEST_FIRST = List.of(VIDEO, AUDIO, IMAGE);

    /** Returns what a post with these media and links is. */
    static ContentType of(Set<ContentType> media, Set<String> links) {
        return RICHEST_FIRST.stream().filter(media::contains).findFirst().orElse(links.isEmpty() ? STATUS : LINK);
    }
}
