package io.groundswell.creator.discovery;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A post as campaign-service tells it, for tests to vary.
 *
 * @param author members of the author, in JSON
 */
record MatchedPost(UUID id, List<UUID> campaigns, String reasons, String author, String observedAt, long likes) {

    static MatchedPost by(String author, UUID... campaigns) {
        return new MatchedPost(UUID.randomUUID(), List.of(campaigns), "\"HASHTAG\"", author, "2026-05-04T12:00:00Z", 10);
    }

    MatchedPost mentioning() {
        return new MatchedPost(id, campaigns, "\"HASHTAG\",\"MENTION\"", author, observedAt, likes);
    }

    MatchedPost byKeyword() {
        return new MatchedPost(id, campaigns, "\"KEYWORD\"", author, observedAt, likes);
    }

    MatchedPost seen(String at, String authorThen, long likesThen) {
        return new MatchedPost(id, campaigns, reasons, authorThen, at, likesThen);
    }

    String data() {
        return """
                {"postId":"%s","network":"MASTODON","networkPostId":"n","campaignIds":[%s],"reasons":[%s],
                "publishedAt":"2026-05-04T09:30:00Z","observedAt":"%s","language":"en","hashtags":["latteart","咖啡"],"author":{%s},
                "engagement":{"likes":%d,"comments":2},"somethingNew":true}"""
                .formatted(id, campaigns.stream().map(campaign -> "\"" + campaign + "\"").collect(Collectors.joining(",")),
                        reasons, observedAt, author, likes);
    }
}
