package io.groundswell.campaign.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.kit.problem.InvalidValue;

@DisplayName("Conditions are checked when they are written")
class ConditionTest {

    @ParameterizedTest
    @DisplayName("a pattern that cannot be used is refused with its reason")
    @CsvSource(delimiter = '|', value = {"(?=a)b | unsupported-pattern", "(?<!a)b | unsupported-pattern",
            "(a)\\1 | unsupported-pattern", "[unclosed | invalid-pattern", "a{1001} | invalid-pattern",
            "(((a{1000}){1000}){1000}){1000} | pattern-too-large", "(?:[^)]{900}){1000} | pattern-too-large",
            "([(]{999}[)]){999} | pattern-too-large", "(\\x{61}{900}){900} | pattern-too-large",
            "((\\Q[\\E){1000}){1000} | pattern-too-large",
            "a{1000}(?i){1000}(?i){1000} | pattern-too-large", "a{1000}\\Q\\E{1000}\\Q\\E{1000} | pattern-too-large",
            "\\pN{600} | pattern-too-large", "(?i)[ -\u212A] | unsupported-pattern",
            "(?i)[a-\\x{212A}] | unsupported-pattern", "(?i:\u017F) | unsupported-pattern", "a* | matches-every-text",
            "(?i) | matches-every-text"})
    void patterns(String pattern, String code) {
        // When
        var refused = assertThrows(InvalidValue.class, () -> new Condition.Regex(pattern));

        // Then
        assertEquals("pattern " + code, refused.field() + " " + refused.code());
    }

    @ParameterizedTest
    @DisplayName("patterns that people need are taken")
    @ValueSource(strings = {"(?i)\\b(buy|cheap)\\s+followers\\b", "\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}", "\\p{Greek}{3,}",
            "\\x{1F600}", "[[:alpha:]]+@[^]]+", "^$", "(?P<word>a)b", "a{0,100}b{3}"})
    void goodPatterns(String pattern) {
        // When
        var regex = new Condition.Regex(pattern);

        // Then
        assertNotNull(regex.compiled());
    }

    @Test
    @DisplayName("what a pattern grows to is never taken for smaller than it is")
    void estimate() {
        // Given
        String pattern = "(?:a|[b-d]{2,7}(\\pL?x){3}){9}";

        // When
        long estimate = RegexEstimate.of(pattern);

        // Then
        assertTrue(estimate >= com.google.re2j.Pattern.compile(pattern).programSize(), () -> "estimated " + estimate);
    }

    @ParameterizedTest
    @DisplayName("a word has no spaces and can be seen")
    @ValueSource(strings = {"", " ", "two words", "two\u00A0words", "\u200B", "-"})
    void words(String word) {
        // When
        var refused = assertThrows(InvalidValue.class, () -> new Condition.Word(word));

        // Then
        assertEquals("word", refused.field());
    }

    @Test
    @DisplayName("an author has an id or a handle, not both")
    void authors() {
        // When
        var both = assertThrows(InvalidValue.class, () -> new Condition.Author(Network.X, "42", "mila"));

        // Then
        assertEquals("id-or-handle", both.code());
        assertThrows(InvalidValue.class, () -> new Condition.Author(Network.X, null, null));
        assertThrows(InvalidValue.class, () -> new Condition.Author(Network.X, null, "@"));
    }

    @ParameterizedTest
    @DisplayName("a language is a tag after BCP 47")
    @ValueSource(strings = {"und", "", "english language", "e"})
    void languages(String tag) {
        // When
        var refused = assertThrows(InvalidValue.class, () -> new Condition.Language(tag));

        // Then
        assertEquals("language", refused.field());
    }
}
