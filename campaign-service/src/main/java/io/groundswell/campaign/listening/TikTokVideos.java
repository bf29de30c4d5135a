package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Videos of TikTok's API v2, in {@code data.videos}: those that the Research API finds, with the author's {@code username}, and
 * those of an account that gave its consent, whose handle stands in {@code share_url}.
 */
final class TikTokVideos implements PostSource {
    private static final Pattern SHARED = Pattern.compile("https://(?:www\\.)?tiktok\\.com/@([A-Za-z0-9_.]{1,64})/video/.*");
    private static final String NO_AUTHOR = """
            Nothing tells who published it: ask TikTok for the field username (Research API) or share_url (an account's own videos).""";

    @Override
    public boolean recognises(JsonNode payload) {
        return payload.path("data").path("videos").isArray();
    }

    @Override
    public List<SourceItem> read(JsonNode json, Instant seenAt) {
        return SourceItem.page(Payload.of(json).object("data").objects("videos"), video -> post(video, seenAt));
    }

    private static NetworkPost post(Payload video, Instant seenAt) {
        String id = video.requiredId("id");
        String handle = handle(video);
        String address = "https://www.tiktok.com/@%s/video/%s".formatted(handle, id);
        String text = Objects.requireNonNullElse(video.text("video_description"),
                Objects.requireNonNullElse(video.text("title"), ""));
        Author author = new Author(null, handle, null, null, null, null, null, null, video.text("region_code"), null, null,
                null);
        return new NetworkPost(Network.TIKTOK, id, author, text, null, address, video.requiredSeconds("create_time", seenAt),
                seenAt, engagement(video),
                NetworkPost.terms(Network.TIKTOK, text, NeutralPosts.folded(video.texts("hashtag_names")), Set.of()),
                List.of(new Media(Media.Type.VIDEO, address)));
    }

    private static Engagement engagement(Payload video) {
        return new Engagement(video.count("like_count"), video.count("comment_count"), video.count("share_count"),
                video.count("favorites_count"), video.count("view_count"), null, null);
    }

    private static String handle(Payload video) {
        String told = video.text("username");
        String handle = told == null ? shared(video.text("share_url")) : told;
        if (handle == null) {
            throw video.refusal("username", "unknown-author", NO_AUTHOR);
        }
        return handle;
    }

    private static @Nullable String shared(@Nullable String address) {
        Matcher matcher = SHARED.matcher(address == null ? "" : address);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
