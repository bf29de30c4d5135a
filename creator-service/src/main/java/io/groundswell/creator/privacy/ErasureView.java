package io.groundswell.creator.privacy;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a person was erased. */
@Schema(name = "Erasure")
public record ErasureView(ErasureGround ground, Instant erasedAt,
        @Schema(description = "Subject of the token that ordered it", examples = "dpo-17") String erasedBy) {}
