package io.groundswell.creator.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.groundswell.creator.audience.population.Evaluation;
import io.groundswell.creator.audience.population.Population;
import io.groundswell.creator.audience.population.Subject;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.test.junit.QuarkusTest;

/** Judges accounts whose truth is known by the model that the database publishes, so that a change for the worse is seen. */
@QuarkusTest
class AudienceEvaluationTest {
    private static final long SEED = 20_260_504;

    @Inject
    AudienceModels models;

    @Test
    void organicAccountsAreJudgedBetterThanOthers() {
        // Given
        List<Subject> population = Population.of(4_000, SEED);
        AudienceModel model = model();

        // When
        Evaluation evaluation = Evaluation.of(model, population);

        // Then
        assertTrue(evaluation.auc() > 0.81, evaluation::toString);
        assertTrue(evaluation.brier() < 0.18, evaluation::toString);
        assertTrue(evaluation.calibrationError() < 0.11, evaluation::toString);
        assertTrue(evaluation.judged() > 0.9, evaluation::toString);
    }

    @Test
    void aModelWithoutWeightsTellsNothingApart() {
        // Given
        List<Subject> population = Population.of(1_000, SEED);
        AudienceModel model = model();
        AudienceModel blind = new AudienceModel("blind", model.validFrom(), "test", model.priorThousandths(),
                BigDecimal.ZERO, model.curves().keySet().stream().collect(Collectors.toMap(
                        signal -> signal, _ -> new WeightCurve("test", List.of(new WeightCurve.Knot(0, 0))))));

        // When
        Evaluation evaluation = Evaluation.of(blind, population);

        // Then
        assertEquals(0.5, evaluation.auc(), 1e-9);
        assertEquals(1, evaluation.judged(), 1e-9);
    }

    @Test
    void theSameSeedMakesTheSamePopulation() {
        // When
        List<Subject> population = Population.of(50, 7);

        // Then
        assertEquals(Population.of(50, 7), population);
    }

    private AudienceModel model() {
        return models.all(new Workspace("audience-evaluation")).await().atMost(Duration.ofSeconds(10)).getFirst();
    }
}
