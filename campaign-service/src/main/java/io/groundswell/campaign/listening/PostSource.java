package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads one network's payload, or the neutral format. */
interface PostSource {
    /** Tells by the payload's outline whether it is of this shape. */
    boolean recognises(JsonNode payload);

    /**
     * Reads a payload of this shape.
     *
     * @param seenAt when it was read from the network, for payloads that do not tell
     * @throws io.groundswell.kit.problem.InvalidValue when the whole payload is unacceptable
     */
    List<SourceItem> read(JsonNode payload, Instant seenAt);
}
