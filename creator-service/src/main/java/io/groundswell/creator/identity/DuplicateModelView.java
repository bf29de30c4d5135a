package io.groundswell.creator.identity;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the probability that two creators are one person is computed. */
@Schema(name = "DuplicateModel")
public record DuplicateModelView(
        @Schema(examples = "starting-2026") String model,
        LocalDate validFrom,
        @Schema(description = "Where the weights come from") String source,
        @Schema(description = "Log-odds before any evidence; probability = 1 / (1 + e^-(prior + sum of weights))") double prior,
        @Schema(description = "Pairs that are less likely are not told", minimum = "0", maximum = "1") double leastProbability,
        @Schema(description = "Weightiest first") List<Weight> weights) {

    public DuplicateModelView {
        weights = List.copyOf(weights);
    }

    /** What one kind of evidence weighs. */
    @Schema(name = "DuplicateWeight")
    public record Weight(
            EvidenceKind evidence,
            @Schema(description = "Natural logarithm of how many times likelier this is of one person than of two") double weight,
            @Schema(description = "From where on it is evidence: characters of a handle, or similarity of two; 0: without a bound") double atLeast) {}
}
