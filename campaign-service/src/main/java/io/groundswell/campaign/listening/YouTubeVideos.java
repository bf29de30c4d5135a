package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.groundswell.campaign.campaign.Network;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Videos of the YouTube Data API v3: an answer of {@code videos.list} with the parts {@code snippet} and {@code statistics}, or
 * one of its videos. Title and description are the text; the keywords beside them are seen by nobody and are no hashtags. The
 * API tells counts as text, and leaves out those that are hidden.
 */
final class YouTubeVideos implements PostSource {
    private static final String VIDEO = "youtube#video";
    private static final String VIDEOS = "youtube#videoListResponse";
    private static final String FOUND = "youtube#searchListResponse";

    @Override
    public boolean recognises(JsonNode payload) {
        return payload.path("kind").asText().startsWith("youtube#");
    }

    @Override
    public List<SourceItem> read(JsonNode json, Instant seenAt) {
        Payload payload = Payload.of(json);
        return switch (payload.requiredText("kind")) {
            case VIDEO -> SourceItem.page(List.of(payload), video -> post(video, seenAt));
            case VIDEOS -> SourceItem.page(payload.objects("items"), video -> post(video, seenAt));
            case FOUND -> throw payload.refusal("kind", "incomplete",
                    """
                            A search tells no counts and only the beginning of the description. Ask videos.list for these ids, with the \
                            parts snippet and statistics.""");
            default -> List.of(new SourceItem.Ignored("Not about a video."));
        };
    }

    private static NetworkPost post(Payload video, Instant seenAt) {
        String id = video.requiredText("id");
        String address = "https://www.youtube.com/watch?v=" + id;
        Payload snippet = video.object("snippet");
        String text = (snippet.requiredText("title") + "\n" + Objects.requireNonNullElse(snippet.text("description"), ""))
                .strip();
        String spoken = snippet.text("defaultAudioLanguage");
        Payload figures = video.object("statistics");
        return new NetworkPost(Network.YOUTUBE, id, author(snippet), text,
                spoken == null ? snippet.text("defaultLanguage") : spoken, address,
                snippet.requiredTime("publishedAt", seenAt), seenAt,
                new Engagement(figures.countAsText("likeCount"), figures.countAsText("commentCount"), null, null,
                        figures.countAsText("viewCount"), null, null),
                NetworkPost.terms(Network.YOUTUBE, text, Set.of(), Set.of()), List.of(new Media(Media.Type.VIDEO, address)));
    }

    private static Author author(Payload snippet) {
        return new Author(snippet.requiredText("channelId"), null, snippet.text("channelTitle"), null, null, null, null, null,
                null, null, null, null);
    }
}
