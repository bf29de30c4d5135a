package io.groundswell.creator.scoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Fingerprints of what a score rests on: SHA-256, in hexadecimal, of the canonical JSON (RFC 8785). */
@Schema(name = "ScoreDigests", description = "SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of parts of the answer")
public record ScoreDigests(
        @Schema(required = true, description = "Of `inputs`") String inputs,
        @Schema(required = true, description = "Of `profile`") String profile,
        @Schema(required = true, description = "Of `profile.model`; the same as that of the published model") String model) {}
