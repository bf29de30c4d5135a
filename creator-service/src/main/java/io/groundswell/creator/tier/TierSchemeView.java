package io.groundswell.creator.tier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.reference.ReferenceRow;
import io.groundswell.kit.precondition.EntityTag;

/** A scheme as the API shows it. */
@Schema(name = "TierScheme")
public record TierSchemeView(
        @Schema(examples = "standard-2021") String scheme,
        ReferenceRow.Owner owner,
        @Schema(description = "Smallest first") List<TierBand> bands,
        @Schema(description = "First day on which it holds, UTC") LocalDate validFrom,
        @Schema(description = "Who decided it and why") String source,
        Instant recordedAt,
        @Schema(description = "Since when it is out of force") @Nullable Instant withdrawnAt,
        @Schema(description = "Whether creators are divided by it today") boolean inForce,
        @Schema(description = "Since when the tiers of all creators have been decided by it; null: it is not in force, is being applied, or is the only one there was") @Nullable Instant followedSince) {

    /** Bands may have grown since a client last looked, but only withdrawal makes another version. */
    EntityTag tag() {
        return new EntityTag(scheme + (withdrawnAt == null ? ".0" : ".1"));
    }
}
