package io.groundswell.creator.creator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.problem.InvalidValue;

/** The next step of a relationship. */
public record StageChange(@Schema(required = true, description = "ERASED is reached by erasure only") Stage stage) {

    public StageChange {
        if (InvalidValue.require(stage, "stage") == Stage.ERASED) {
            throw new InvalidValue("stage", "not-by-stage-change",
                    "A person is erased by an erasure, not by a change of stage.");
        }
    }
}
