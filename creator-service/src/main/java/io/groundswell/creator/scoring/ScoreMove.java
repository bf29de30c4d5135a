package io.groundswell.creator.scoring;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.problem.InvalidValue;

/** What the score would gain if one feature were at its best and all others stayed. */
@Schema(name = "ScoreMove")
public record ScoreMove(
        FitFeature feature,
        @Schema(description = "Points at most", examples = "17.5") BigDecimal gain,
        @Schema(description = "In a sentence", examples = "17.5 points more with 1 more of the wanted topics: food.baking, food.tea.") String explanation) {

    public ScoreMove {
        gain = InvalidValue.require(Micros.readAny("gain", gain), "gain");
    }
}
