package io.groundswell.creator.scoring;

import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Texts;
import io.groundswell.kit.problem.InvalidValue;

/** What people decide of a customer profile. */
@Schema(name = "CustomerProfileDraft")
public record CustomerProfileDraft(
        @Schema(required = true, description = "1 to 200 characters") String name,
        @Schema(required = true) FitCriteria criteria,
        FitWeights weights) {

    public CustomerProfileDraft {
        name = name(name);
        criteria = InvalidValue.require(criteria, "criteria");
        weights = Objects.requireNonNullElse(weights, FitWeights.OF_MODEL);
    }

    static String name(@Nullable String name) {
        return InvalidValue.require(Texts.line("name", name, 200), "name");
    }
}
