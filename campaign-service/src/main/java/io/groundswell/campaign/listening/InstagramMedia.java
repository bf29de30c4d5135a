package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Media objects of the Instagram Graph API, one by one or as a page in {@code data}: an account's own media, media that tag or
 * mention it, and results of a hashtag search. The API tells no hashtags and no mentions beside the caption; hidden likes are
 * left out.
 */
final class InstagramMedia implements PostSource {
    private static final String NO_AUTHOR = """
            Instagram does not tell who published what a hashtag search finds. Send the media object with its username, as it is \
            told for media that tag or mention your account.""";

    @Override
    public boolean recognises(JsonNode payload) {
        return isMedium(payload) || isMedium(payload.path("data").path(0));
    }

    private static boolean isMedium(JsonNode payload) {
        return payload.has("media_type") && payload.has("id");
    }

    @Override
    public List<SourceItem> read(JsonNode json, Instant seenAt) {
        Payload payload = Payload.of(json);
        return SourceItem.page(isMedium(json) ? List.of(payload) : payload.objects("data"), medium -> post(medium, seenAt));
    }

    private static NetworkPost post(Payload medium, Instant seenAt) {
        String text = Objects.requireNonNullElse(medium.text("caption"), "");
        return new NetworkPost(Network.INSTAGRAM, medium.requiredId("id"), author(medium), text, null, medium.text("permalink"),
                medium.requiredTime("timestamp", seenAt), seenAt,
                new Engagement(medium.count("like_count"), medium.count("comments_count"), null, null,
                        medium.count("view_count"), null, null),
                NetworkPost.terms(Network.INSTAGRAM, text, Set.of(), Set.of()), media(medium));
    }

    private static Author author(Payload medium) {
        String id = medium.object("owner").text("id");
        String handle = medium.text("username");
        if (id == null && handle == null) {
            throw medium.refusal("username", "unknown-author", NO_AUTHOR);
        }
        return new Author(id, handle, null, null, null, null, null, null, null, null, null, null);
    }

    /** An album's own address shows its first part. */
    private static List<Media> media(Payload medium) {
        List<Media> media = new ArrayList<>();
        List<Payload> parts = medium.object("children").objects("data");
        for (Payload part : parts.isEmpty() ? List.of(medium) : parts) {
            String url = part.text("media_url");
            if (url != null) {
                media.add(new Media(type(part.text("media_type")), url));
            }
        }
        return media;
    }

    private static Media.Type type(@Nullable String type) {
        return "VIDEO".equals(type) ? Media.Type.VIDEO : Media.Type.IMAGE;
    }
}
