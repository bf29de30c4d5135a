package io.groundswell.creator.creator;

import java.util.Arrays;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;

/**
 * Refuses texts that are made to be taken for something else. Applies to what people hand in; what a network shows of its own
 * accounts is taken as it is.
 */
final class HostileText {
    /**
     * What spreadsheets take for a formula: an equals sign, or another sign of theirs that goes on as a call ({@code +cmd|},
     * {@code @SUM(}). A name that begins with a hyphen or an @ and goes on as a name is none.
     */
    private static final Pattern FORMULA = Pattern.compile("[=＝].*|[+@＋＠−-][\\p{L}\\p{N}+*/.!$'-]*[|(].*", Pattern.DOTALL);

    /**
     * Unicode Technical Standard #39, section 5.2: Latin with one other script is permitted, but not with Cyrillic, Greek or
     * Cherokee, whose letters look like Latin ones. A handle in one script, whichever, always is.
     */
    private static final SpoofChecker MIXED = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE)
            .setRestrictionLevel(RestrictionLevel.MODERATELY_RESTRICTIVE).build();

    private HostileText() {}

    /**
     * Checks a text that could be opened in a spreadsheet one day.
     *
     * @throws InvalidValue {@code formula}
     */
    static void refuseFormula(String field, @Nullable String text) {
        if (text != null && FORMULA.matcher(text).matches()) {
            throw new InvalidValue(field, "formula", "A spreadsheet would take this for a formula.");
        }
    }

    /**
     * Checks a handle for letters of several scripts that look alike.
     *
     * @throws InvalidValue {@code confusable}
     */
    static void refuseConfusable(String field, @Nullable String handle) {
        if (handle != null && !isAscii(handle)
        // a name in Cyrillic on a server in Latin is no mixture
                && Arrays.stream(handle.split("@", 2)).anyMatch(MIXED::failsChecks)) {
            throw new InvalidValue(field, "confusable",
                    "The handle mixes scripts whose letters look alike, such as Latin and Cyrillic.");
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
