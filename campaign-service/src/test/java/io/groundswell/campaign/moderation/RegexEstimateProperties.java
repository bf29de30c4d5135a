package io.groundswell.campaign.moderation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people write, a pattern is never larger than was said before it was compiled. */
class RegexEstimateProperties {

    @Property(tries = 20_000)
    void neverTooLow(@ForAll("patterns") String pattern) {
        // Given
        int size;
        try {
            size = Pattern.compile(pattern).programSize();
        } catch (PatternSyntaxException _) {
            return;
        }

        // When
        long estimate = RegexEstimate.of(pattern);

        // Then
        assertTrue(estimate >= size, () -> estimate + " for " + pattern + ", which has " + size);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries
                .of("a", "b", "(", ")", "(?:", "(?i)", "[", "]", "[^", "[:", ":]", "-", "|", "*", "+", "?", "{3}", "{2,}",
                        "{0,7}", "{5,2}", "{", "}", "\\", "\\Q", "\\E", "\\x{61}", "\\pL", "\\p{Greek}", "\\d", "^", "$", ".",
                        "\\b", "é")
                .list().ofMinSize(1).ofMaxSize(14).map(parts -> String.join("", parts));
    }
}
