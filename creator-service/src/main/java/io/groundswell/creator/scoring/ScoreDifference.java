package io.groundswell.creator.scoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/** A place of an exported score that is not what its own inputs give. */
@Schema(name = "ScoreDifference")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScoreDifference(
        @Schema(description = "RFC 6901 pointer into the exported score", examples = "#/features/0/contribution") String pointer,
        @Schema(description = "What the export says; absent when it lacks it") @Nullable JsonNode stated,
        @Schema(description = "What its inputs give; absent when they give no such thing") @Nullable JsonNode recomputed) {}
