package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.List;

import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.databind.JsonNode;

/** All shapes a post can arrive in, told apart line by line. */
final class PostSources {
    private static final List<PostSource> SOURCES = List.of(new NeutralPosts(), new BlueskyJetstream(), new MastodonStatuses(),
            new InstagramMedia(), new YouTubeVideos(), new TikTokVideos(), new XSearchPages());

    private PostSources() {}

    /** Reads a payload of any shape; what cannot be read comes back as rejected. */
    static List<SourceItem> read(JsonNode payload, Instant seenAt) {
        for (PostSource source : SOURCES) {
            if (source.recognises(payload)) {
                try {
                    return source.read(payload, seenAt);
                } catch (InvalidValue e) {
                    return List.of(SourceItem.Rejected.because(e));
                }
            }
        }
        return List.of(new SourceItem.Rejected("#", "unknown-shape",
                """
                        Not a post in the neutral format (has 'network'), a Mastodon Status ('account', 'content'), a Bluesky Jetstream \
                        event ('did', 'kind'), media of the Instagram Graph API ('id', 'media_type'), videos of YouTube ('kind' \
                        youtube#…) or TikTok ('data.videos'), or a page of X API v2 ('data')."""));
    }
}
