package io.groundswell.campaign.gallery.display;

import org.jspecify.annotations.Nullable;

/** What a collection is read as. */
enum Format {
    JSON("application/json", null),
    RSS("application/rss+xml", "rss"),
    ATOM("application/atom+xml", "atom"),
    JSON_FEED("application/feed+json", "json-feed");

    private final String mediaType;
    private final @Nullable String segment;

    Format(String mediaType, @Nullable String segment) {
        this.mediaType = mediaType;
        this.segment = segment;
    }

    String mediaType() {
        return mediaType;
    }

    String contentType() {
        return mediaType + ";charset=UTF-8";
    }

    /** Returns the path's end below the collection, with its slash. */
    String suffix() {
        return segment == null ? "" : "/" + segment;
    }

    static @Nullable Format ofSegment(String segment) {
        for (Format format : values()) {
            if (segment.equals(format.segment)) {
                return format;
            }
        }
        return null;
    }
}
