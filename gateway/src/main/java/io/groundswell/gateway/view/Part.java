package io.groundswell.gateway.view;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemType;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One part of a view.
 *
 * @param status whether data is there and how new
 * @param asOf when the data was read; null without data
 * @param data what the service answered; null when unavailable
 * @param problem why it is not fresh; null when it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ViewPart", description = "One part of a view, with the service's answer as its data", requiredProperties = "status")
record Part(
        @Schema(description = "fresh: read for this request; stale: the last good answer, its service is away; unavailable: no data") Status status,
        @Schema(description = "When the data was read; absent without data") @Nullable Instant asOf,
        @Schema(description = "What the service answered; absent when unavailable") @Nullable JsonNode data,
        @Schema(description = "Why the part is not fresh; absent when it is") @Nullable Reason problem) {

    /** How new a part is. */
    @Schema(name = "ViewPartStatus")
    enum Status {
        @JsonProperty("fresh")
        FRESH, @JsonProperty("stale")
        STALE, @JsonProperty("unavailable")
        UNAVAILABLE
    }

    /** Why a part is not fresh, in the words of problem documents. */
    @Schema(name = "ViewPartProblem", requiredProperties = {"code", "detail"})
    record Reason(
            @Schema(description = "Code of the problem catalogue", examples = "service-unavailable") String code,
            @Schema(description = "What happened, in a sentence for people", examples = "The advocacy-service cannot be reached at the moment.") String detail) {
        static Reason of(ProblemType type, String detail) {
            return new Reason(type.code(), detail);
        }
    }

    static Part fresh(Instant asOf, JsonNode data) {
        return new Part(Status.FRESH, asOf, data, null);
    }

    Part asStale(Reason why) {
        return new Part(Status.STALE, asOf, data, why);
    }

    static Part unavailable(Reason why) {
        return new Part(Status.UNAVAILABLE, null, null, why);
    }
}
