package io.groundswell.creator.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

class FitScoreTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "fit-score.md");
    private static final Path EXAMPLE = Path.of("src", "main", "resources", "contract", "examples", "getCreatorScore.json");

    @Test
    void theWorkedExampleIsWhatTheDocumentComputesByHand() throws IOException {
        // Given
        String document = Files.readString(DOCUMENT);

        // When
        FitScore score = WorkedExample.SCORE;

        // Then
        List<String> rows = score.features().stream().map(FitScoreTest::row).toList();
        assertEquals(List.of(), rows.stream().filter(row -> !document.contains(row)).toList());
        assertTrue(document.contains("| **score** | | | | | **" + score.score().toPlainString() + "** |"), document);
        score.moves().forEach(move -> assertTrue(document.contains("- " + move.explanation()), move::explanation));
        assertTrue(document.contains(score.digests().inputs()), score.digests()::inputs);
    }

    @Test
    void theContractShowsTheWorkedExample() throws IOException {
        // Given
        FitScore shown = JsonMapper.builder().addModule(new JavaTimeModule()).build().readValue(EXAMPLE.toFile(),
                FitScore.class);

        // When
        FitScore computed = WorkedExample.SCORE;

        // Then
        assertEquals(CanonicalJson.tree(computed).toPrettyString(), CanonicalJson.tree(shown).toPrettyString());
    }

    @Test
    void whatIsNotKnownCountsAsNothingAndIsShownAsOpen() {
        // Given
        CreatorEvidence of = WorkedExample.EVIDENCE;
        var unknown = new CreatorEvidence(of.creatorId(), of.at(), null, of.languages(), null, of.tier(), of.tierScheme(),
                of.networks(), null, of.keywords());

        // When
        FitScore score = FitScore.of(WorkedExample.PROFILE, unknown);

        // Then
        assertEquals(new BigDecimal("38.888889"), score.score());
        assertEquals(new BigDecimal("55.555555"), score.open());
        assertEquals(List.of("No topics known, which counts as 0.", "No engagement rate known, which counts as 0."),
                score.features().stream().filter(feature -> !feature.known()).map(FeatureScore::explanation).toList());
        assertEquals("Up to 33.333333 points more: no topics known yet.", score.moves().getFirst().explanation());
    }

    @Test
    void whoHasEverythingHasAHundredPointsAndNothingToMove() {
        // Given
        CreatorEvidence of = WorkedExample.EVIDENCE;
        var best = new CreatorEvidence(of.creatorId(), of.at(), List.of("tea", "coffee"), List.of("en"), null, Tier.MICRO, null,
                List.of(Network.TIKTOK, Network.INSTAGRAM), new BigDecimal("7"), List.of("barista", "latte art"));

        // When
        FitScore score = FitScore.of(WorkedExample.PROFILE, best);

        // Then
        assertEquals(new BigDecimal("100"), score.score());
        assertEquals(List.of(), score.moves());
    }

    @Test
    void aProfilesOwnWeightsGoBeforeTheModels() {
        // Given
        FitProfile of = WorkedExample.PROFILE;
        var own = new FitWeights(BigDecimal.ZERO, BigDecimal.ZERO, null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE,
                BigDecimal.ZERO);

        // When
        FitScore score = FitScore.of(new FitProfile(of.id(), 1, of.name(), of.criteria(), own, of.model()),
                WorkedExample.EVIDENCE);

        // Then
        assertEquals(new BigDecimal("86.25"), score.score());
        assertEquals(Set.of(new BigDecimal("100"), BigDecimal.ZERO),
                Set.copyOf(score.features().stream().map(FeatureScore::weight).distinct().toList()));
    }

    @Test
    void weightsThatGiveNoPointsAreRefused() {
        // Given
        FitProfile of = WorkedExample.PROFILE;
        var onlyTopics = new FitCriteria(List.of("coffee"), List.of(), List.of(), List.of(), List.of(), null, List.of());
        var own = new FitWeights(BigDecimal.ZERO, null, null, null, null, null, null);

        // When
        var refused = assertThrows(InvalidValue.class,
                () -> new FitProfile(of.id(), 1, of.name(), onlyTopics, own, of.model()));

        // Then
        assertEquals("weights", refused.field());
    }

    @ParameterizedTest
    @CsvSource({"pt,pt-BR,true", "pt,pt,true", "pt-BR,pt,false", "pt-BR,pt-BR,true", "pt,ptx,false", "zh,zh-Hant-TW,true"})
    void aLanguageStandsForItsMorePreciseTags(String wanted, String known, boolean expected) {
        // Given
        CreatorEvidence of = WorkedExample.EVIDENCE;
        var criteria = new FitCriteria(List.of(), List.of(wanted), List.of(), List.of(), List.of(), null, List.of());
        var speaker = new CreatorEvidence(of.creatorId(), of.at(), null, List.of(known), null, null, null, List.of(), null,
                null);

        // When
        CreatorFeatures features = CreatorFeatures.of(criteria, speaker);

        // Then
        assertEquals(expected, features.has(FitFeature.LANGUAGES, 0));
    }

    private static String row(FeatureScore feature) {
        return "| %s | %s | %s | %s | %s | %s |".formatted(feature.feature(), feature.raw(), feature.full(),
                feature.normalised().toPlainString(), feature.weight().toPlainString(), feature.contribution().toPlainString());
    }
}
