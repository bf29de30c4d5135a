package io.groundswell.creator.tier;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tier together with what it rests on. */
@Schema(name = "TierAssessment")
public record TierAssessment(
        Tier tier,
        @Schema(description = "The scheme that decided", examples = "standard-2021") String scheme,
        @Schema(description = "False when the count is rounded and lies so near a boundary that the true one may belong to the neighbouring tier") boolean certain) {}
