package io.groundswell.campaign.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.groundswell.kit.problem.InvalidValue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people write, a text in which a pattern is found has what is required of it. */
class RequiredTextProperties {

    @Property(tries = 30_000)
    void whatIsFoundHasIt(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        // Given
        boolean found;
        try {
            found = SafeRegex.compile(pattern).matcher(text).find();
        } catch (InvalidValue _) {
            return;
        }

        // When
        String required = RequiredText.of(pattern);

        // Then
        assertTrue(!found || required == null || RequiredText.folded(text).contains(required),
                () -> pattern + " is found in " + text + " without " + required);
    }

    @Example
    void theLongestIsFoundOutsideOfGroups() {
        // When
        String required = RequiredText.of("(?i)\\b(buy|get)\\s+Cheap followers?\\b");

        // Then
        assertEquals("cheap follower", required);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries
                .of("a", "b", "B", "k", "S", " ", "(", ")", "(?:", "(?i)", "(?s)", "(?P<n>", "[", "]", "[^", "-", "|", "*", "+",
                        "?", "{2}", "{0,1}", "{0}", "{", "}", ",", "\\", "\\Q", "\\E", "\\.", "\\x{61}", "\\x61", "\\141",
                        "\\pL", "\\b", "\\d",
                        "^", "$", ".", "ſ", "\u212A")
                .list().ofMinSize(1).ofMaxSize(9).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "A", "b", "B", "k", "\u212A", "s", "S", "ſ", " ", ".", "-", "{", "}", "[", "]", "1", "İ")
                .list()
                .ofMaxSize(12).map(parts -> String.join("", parts));
    }
}
