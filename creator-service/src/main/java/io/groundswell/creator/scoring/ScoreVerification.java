package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** The outcome of computing a score again from its own answer. */
@Schema(name = "ScoreVerification")
public record ScoreVerification(
        @Schema(description = "True when every figure, sentence and digest is what the inputs, the profile and its model give") boolean valid,
        @Schema(description = "What the inputs give", examples = "62.5") BigDecimal score,
        @Schema(description = "Each place that differs; at most 100") List<ScoreDifference> differences) {

    private static final int MOST = 100;

    /** Computes the score again from the answer's own inputs and profile, and compares everything that follows from them. */
    static ScoreVerification of(FitScore stated) {
        FitScore recomputed = FitScore.of(stated.profile(), stated.inputs());
        List<ScoreDifference> differences = new ArrayList<>();
        compare("#", CanonicalJson.tree(stated), CanonicalJson.tree(recomputed), differences);
        return new ScoreVerification(differences.isEmpty(), recomputed.score(), List.copyOf(differences));
    }

    private static void compare(String pointer, @Nullable JsonNode stated, @Nullable JsonNode recomputed,
            List<ScoreDifference> differences) {
        if (differences.size() >= MOST || isSame(stated, recomputed)) {
            return;
        }
        if (stated != null && recomputed != null && stated.isObject() && recomputed.isObject()) {
            Set<String> members = new TreeSet<>();
            stated.fieldNames().forEachRemaining(members::add);
            recomputed.fieldNames().forEachRemaining(members::add);
            members.forEach(name -> compare(pointer + "/" + name, stated.get(name), recomputed.get(name), differences));
        } else if (stated != null && recomputed != null && stated.isArray() && recomputed.isArray()) {
            for (int i = 0; i < Math.max(stated.size(), recomputed.size()); i++) {
                compare(pointer + "/" + i, stated.get(i), recomputed.get(i), differences);
            }
        } else {
            differences.add(new ScoreDifference(pointer, stated, recomputed));
        }
    }

    /** 1 and 1.0 are the same number. */
    private static boolean isSame(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (one != null && other != null && one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return Objects.equals(one, other);
    }
}
