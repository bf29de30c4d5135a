package io.groundswell.creator.scoring;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A model as the API shows it. */
@Schema(name = "PublishedScoreModel")
public record ScoreModelView(
        @Schema(examples = "fit-2026-1") String version,
        @Schema(description = "The first day on which new versions of profiles take it") LocalDate validFrom,
        @Schema(description = "Where the numbers come from") String source,
        @Schema(examples = ScoreModel.FORMULA) String formula,
        @Schema(description = "Each feature once") List<ModelFeature> features,
        @Schema(description = "True when it is this workspace's own; false when it holds for everybody who has none") boolean own,
        @Schema(description = "SHA-256, in hexadecimal, of the model's canonical JSON (RFC 8785), as scores name it in digests.model") String digest) {

    static ScoreModelView of(ScoreModel model, boolean own) {
        return new ScoreModelView(model.version(), model.validFrom(), model.source(), model.formula(), model.features(), own,
                CanonicalJson.digest(model));
    }
}
