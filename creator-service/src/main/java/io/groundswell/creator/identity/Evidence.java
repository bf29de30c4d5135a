package io.groundswell.creator.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that speaks for two creators being one person, or against it. */
@Schema(name = "IdentityEvidence")
public record Evidence(
        EvidenceKind kind,
        @Schema(description = "Natural logarithm of how many times likelier this is of one person than of two; below 0: it speaks against it", examples = "4.5") double weight,
        @Schema(description = "What the profiles say", examples = "The profile of INSTAGRAM mila.pours names \"@milapours\", which is TIKTOK milapours") String detail) {}
