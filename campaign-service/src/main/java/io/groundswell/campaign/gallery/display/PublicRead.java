package io.groundswell.campaign.gallery.display;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.gallery.PublicId;
import io.groundswell.campaign.gallery.PublicUrls;
import io.groundswell.kit.paging.Limit;

/**
 * What somebody asks to read; equal questions have equal answers.
 *
 * @param cursor null for the beginning
 */
record PublicRead(String publicId, Format format, Limit limit, @Nullable String cursor) {
    private static final Pattern QUERY = Pattern.compile("(?:limit=([1-9]\\d?|100))?&?(?:cursor=([A-Za-z0-9_-]+))?");

    /**
     * Returns what a request's address asks for when it is written in the one plain way; null for every other address, right or
     * wrong, which the operations themselves read.
     */
    static @Nullable PublicRead ofUri(String uri) {
        if (!uri.startsWith(PublicUrls.COLLECTIONS)) {
            return null;
        }
        int query = uri.indexOf('?');
        String path = uri.substring(PublicUrls.COLLECTIONS.length(), query < 0 ? uri.length() : query);
        int slash = path.indexOf('/');
        String id = slash < 0 ? path : path.substring(0, slash);
        Format format = slash < 0 ? Format.JSON : Format.ofSegment(path.substring(slash + 1));
        if (format == null || !PublicId.isId(id)) {
            return null;
        }
        if (query < 0) {
            return new PublicRead(id, format, Limit.DEFAULT, null);
        }
        Matcher asked = QUERY.matcher(uri.substring(query + 1));
        return asked.matches()
                ? new PublicRead(id, format,
                        asked.group(1) == null ? Limit.DEFAULT : new Limit(Integer.parseInt(asked.group(1))),
                        asked.group(2))
                : null;
    }
}
