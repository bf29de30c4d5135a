package io.groundswell.campaign.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClassificationFileTest {
    private static final Set<String> LANGUAGES = Set.of("en", "es", "de", "fr", "zh", "ja");

    @Test
    @DisplayName("A word of a language weighs one thing, and a pictograph does")
    void aWordWeighsOneThing() {
        // When
        var file = ClassificationFile.read("sentiment.yaml", SentimentLexicon.SentimentFile.class);

        // Then
        assertEquals(LANGUAGES, file.languages().keySet());
        file.languages().forEach((language, words) -> assertNoneTwice(language, words.valence().values().stream()
                .map(listed -> inflected(listed, words.endings())).toList()));
        assertNoneTwice("emoji", file.emoji().values());
    }

    @Test
    @DisplayName("Each language has words of each category that brands ask about, and none twice")
    void eachLanguageHasEachCategory() {
        // When
        var file = ClassificationFile.read("brand-safety.yaml", BrandSafetyRules.RuleFile.class);

        // Then
        assertEquals(LANGUAGES, file.languages().keySet());
        file.languages().forEach((language, categories) -> {
            assertEquals(Set.of(BrandSafetyRules.Category.values()), categories.keySet(), language);
            categories.values().forEach(words -> assertEquals(Set.copyOf(words).size(), words.size(), language));
        });
        assertTrue(file.sources().size() > 1);
    }

    private static List<String> inflected(List<String> words, Map<String, List<String>> endings) {
        return List.copyOf(new HashSet<>(
                words.stream().flatMap(word -> ClassificationFile.inflections(word, endings).stream()).toList()));
    }

    private static void assertNoneTwice(String language, Iterable<List<String>> byWeight) {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        byWeight.forEach(words -> words.stream().filter(word -> !seen.add(word)).forEach(twice::add));
        assertEquals(List.of(), twice, language);
    }
}
