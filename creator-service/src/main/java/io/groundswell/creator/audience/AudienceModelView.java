package io.groundswell.creator.audience;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A model with everything that is needed to repeat its answers, as the API shows it. */
@Schema(name = "AudienceModel")
public record AudienceModelView(
        @Schema(examples = "signals-2026") String id,
        @Schema(description = "In force from this day on, until a later one begins") LocalDate validFrom,
        String source,
        @Schema(description = "Log-odds of an account of which nothing is known") BigDecimal prior,
        @Schema(description = "Least coverage of an estimate", minimum = "0", maximum = "1") BigDecimal leastCoverage,
        List<SignalView> signals) {

    /** What the values of one signal weigh. */
    @Schema(name = "AudienceSignalWeights")
    public record SignalView(
            Signal signal,
            @Schema(description = "What a value counts") String unit,
            @Schema(description = "Where the weights come from") String source,
            @Schema(description = "Between two, the weight is on a straight line; beyond the ends it stays") List<KnotView> weights) {
        static SignalView of(Map.Entry<Signal, WeightCurve> entry) {
            return new SignalView(entry.getKey(), entry.getKey().unit(), entry.getValue().source(),
                    entry.getValue().knots().stream()
                            .map(knot -> new KnotView(BigDecimal.valueOf(knot.at()),
                                    AudienceModel.weightOf(knot.thousandths())))
                            .toList());
        }
    }

    /** The weight of one value. */
    @Schema(name = "AudienceWeight")
    public record KnotView(
            @Schema(description = "Value of the signal") BigDecimal at,
            @Schema(description = "Weight of evidence in natural log-odds") BigDecimal weight) {}

    static AudienceModelView of(AudienceModel model) {
        return new AudienceModelView(model.id(), model.validFrom(), model.source(),
                AudienceModel.weightOf(model.priorThousandths()), model.leastCoverage(),
                model.curves().entrySet().stream().map(SignalView::of).toList());
    }
}
