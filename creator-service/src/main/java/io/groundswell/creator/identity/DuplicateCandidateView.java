package io.groundswell.creator.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Two creators that may be one person. */
@Schema(name = "DuplicateCandidate")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DuplicateCandidateView(
        @Schema(description = "The two; in a list of one creator's candidates, that creator comes first") List<Candidate> creators,
        @Schema(description = "1 / (1 + e^-(priorLogOdds + sum of the weights)), to four places", minimum = "0", maximum = "1", examples = "0.8176") double probability,
        @Schema(description = "Which weights were used", examples = "starting-2026") String model,
        double priorLogOdds,
        @Schema(description = "Weightiest first") List<Evidence> evidence,
        Instant foundAt,
        @Schema(description = "When a person said that these are two people; absent: nobody did") @Nullable Instant dismissedAt,
        @Nullable String dismissedBy) {

    public DuplicateCandidateView {
        creators = List.copyOf(creators);
        evidence = List.copyOf(evidence);
    }

    /** One of the two. */
    @Schema(name = "DuplicateCandidateCreator")
    public record Candidate(UUID id, String displayName) {}
}
