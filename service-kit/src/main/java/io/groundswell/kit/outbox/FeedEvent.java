package io.groundswell.kit.outbox;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One event of the feed in the JSON form of CloudEvents 1.0.
 *
 * @param specversion always {@code 1.0}
 * @param id unique per source
 * @param source the service that tells it, such as {@code /campaign-service}
 * @param type such as {@code post.matched}
 * @param subject id of the aggregate it is about
 * @param time when it happened
 * @param datacontenttype always {@code application/json}
 * @param workspace extension: whose event it is
 * @param position extension: where it stands in the feed; pass the last one as {@code after} to go on
 * @param data what is told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FeedEvent(String specversion, UUID id, String source, String type, String subject, Instant time,
        String datacontenttype, String workspace, String position, JsonNode data) {}
