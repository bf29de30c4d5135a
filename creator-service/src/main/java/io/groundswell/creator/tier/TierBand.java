package io.groundswell.creator.tier;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One tier of a scheme.
 *
 * @param upTo most followers that still belong to it; null: no upper end
 */
@Schema(name = "TierBand")
public record TierBand(
        @Schema(required = true) Tier tier,
        @Schema(description = "Most followers that still belong to it; null: no upper end", examples = "9999") @Nullable Long upTo) {

    boolean holds(long followers) {
        return upTo == null || followers <= upTo;
    }
}
