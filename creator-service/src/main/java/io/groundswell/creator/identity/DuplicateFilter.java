package io.groundswell.creator.identity;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.problem.ProblemException;

/** Which candidates a list is to hold. */
public class DuplicateFilter {
    @QueryParam("minProbability")
    @Parameter(description = "Only pairs that are at least so likely one person", schema = @Schema(minimum = "0", maximum = "1"), example = "0.8")
    @Nullable
    Double minProbability;
    @QueryParam("dismissed")
    @Parameter(description = "true: only pairs of which a person said that they are two people. Default: only the others")
    @Nullable
    Boolean dismissed;

    /** Returns the least probability; 0 when none was asked for. */
    double least() {
        if (minProbability == null) {
            return 0;
        }
        if (!(minProbability >= 0 && minProbability <= 1)) {
            throw ProblemException.parameter("minProbability", "out-of-range", "minProbability must be from 0 to 1.");
        }
        return minProbability;
    }

    boolean isDismissed() {
        return dismissed != null && dismissed;
    }

    CursorScope scope(CursorScope list) {
        return list.with("minProbability", least()).with("dismissed", isDismissed());
    }
}
