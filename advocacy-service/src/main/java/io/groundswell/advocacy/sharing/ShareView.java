package io.groundswell.advocacy.sharing;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.precondition.EntityTag;

/** A share as its employee sees it. */
@Schema(name = "Share")
public record ShareView(
        UUID id,
        UUID packId,
        UUID campaignId,
        Network network,
        @Schema(description = "Position of the wording in the pack, from 0") int variant,
        @Schema(description = "The employee's own link", examples = "http://localhost:8080/s/7hRkT2qXbM") String shortUrl,
        @Schema(description = "Ready to be posted: wording, disclosure and short link") String text,
        Instant createdAt) {

    /** A share never changes. */
    EntityTag tag() {
        return EntityTag.of(id, 0);
    }
}
