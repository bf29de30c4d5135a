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
    /** What is said to be as large is not compiled, here as little as in the service. */
    private static final long ENOUGH_TO_REFUSE = 10_000;

    @Property(tries = 20_000)
    void neverTooLow(@ForAll("patterns") String pattern) {
        // When
        long estimate = RegexEstimate.of(pattern);

        // Then
        if (estimate > ENOUGH_TO_REFUSE) {
            return;
        }
        int size;
        try {
            size = Pattern.compile(pattern).programSize();
        } catch (PatternSyntaxException _) {
            return;
        }
        assertTrue(estimate >= size, () -> estimate + " for " + pattern + ", which has " + size);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries
                .of("a", "b", "(", ")", "(?:", "(?i)", "(?i)", "(?s-i)", "(?i:", "(?P<n>", "\\Q\\E", "{9}", "{9}", "a{7}", "[",
                        "]", "[^", "[:", ":]", "-", "|", "*", "+", "?", "{3}", "{2,}",
                        "{0,7}", "{5,2}", "{", "}", "\\", "\\Q", "\\E", "\\x{61}", "\\pL", "\\p{Greek}", "\\d", "^", "$", ".",
                        "\\b", "é")
                .list().ofMinSize(1).ofMaxSize(10).map(parts -> String.join("", parts));
    }
}
