package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.creator.creator.Texts;
import io.groundswell.kit.problem.InvalidValue;

/**
 * What each feature weighs and when it counts in full. A version never changes.
 *
 * @param version its name, such as {@code fit-2026-1}
 * @param validFrom the first day on which new versions of profiles take it
 * @param source where the numbers come from
 * @param features each feature once
 */
@Schema(name = "ScoreModel")
public record ScoreModel(
        @Schema(required = true, description = "1 to 63 lower-case letters, digits, dots and hyphens; the first is no dot or hyphen", examples = "fit-2026-1") String version,
        @Schema(required = true, description = "The first day on which new versions of profiles take it") LocalDate validFrom,
        @Schema(required = true, description = "Where the numbers come from; 1 to 500 characters") String source,
        @Schema(required = true, description = "The formula the numbers are for; there is one, explained in docs/fit-score.md", examples = FORMULA) String formula,
        @Schema(required = true, description = "Each feature once") List<ModelFeature> features) {

    /** The one formula there is: contributions are added up. */
    static final String FORMULA = "additive-1";

    private static final Pattern VERSION = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    public ScoreModel {
        if (!VERSION.matcher(InvalidValue.require(version, "version")).matches()) {
            throw new InvalidValue("version", "invalid-name",
                    "Must be 1 to 63 lower-case letters, digits, dots and hyphens, and begin with a letter or digit.");
        }
        validFrom = InvalidValue.require(validFrom, "validFrom");
        if (validFrom.isBefore(FIRST_DAY) || validFrom.isAfter(LAST_DAY)) {
            throw new InvalidValue("validFrom", "out-of-range", "Must be from %s to %s.".formatted(FIRST_DAY, LAST_DAY));
        }
        source = InvalidValue.require(Texts.line("source", source, 500), "source");
        if (!FORMULA.equals(InvalidValue.require(formula, "formula"))) {
            throw new InvalidValue("formula", "unknown-formula", "The formula must be %s.".formatted(FORMULA));
        }
        features = eachOnce(InvalidValue.require(features, "features"));
    }

    /** Returns what the model says of a feature. */
    ModelFeature of(FitFeature feature) {
        return features.stream().filter(each -> each.feature() == feature).findFirst().orElseThrow();
    }

    private static List<ModelFeature> eachOnce(List<ModelFeature> features) {
        Set<FitFeature> missing = EnumSet.allOf(FitFeature.class);
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < features.size(); i++) {
            ModelFeature feature = InvalidValue.require(features.get(i), "features." + i);
            if (!missing.remove(feature.feature())) {
                throw new InvalidValue("features." + i, "repeated", "%s is listed twice.".formatted(feature.feature()));
            }
            total = total.add(feature.weight());
        }
        if (!missing.isEmpty()) {
            throw new InvalidValue("features", "incomplete", "Missing: %s.".formatted(missing));
        }
        if (total.signum() == 0) {
            throw new InvalidValue("features", "no-weight", "At least one feature must weigh more than 0.");
        }
        return features.stream().sorted(Comparator.comparing(ModelFeature::feature)).toList();
    }
}
