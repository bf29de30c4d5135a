package io.groundswell.text.language;

import java.util.regex.Pattern;

import com.ibm.icu.text.Normalizer2;

/**
 * Detects the language of a short text, such as a bio. Safe for use by many threads at once. The model is read when
 * the first text needs it, which takes a second and leaves 10 MB; a text takes some 0.03 ms then.
 * Callers keep off event loops for the first one's sake.
 */
public final class LanguageDetector {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    /** What is not the writer's prose: links, addresses, names of others. */
    private static final Pattern NO_PROSE = Pattern.compile(
            "https?://\\S{1,2000}|www\\.\\S{1,2000}|(?<![\\w.+-])[\\w.+-]{0,64}@[\\w.-]{1,255}",
            Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_LETTERS = 12;
    private static final int FEWEST_OF_OWN_SCRIPT = 3;
    /** More says nothing new. */
    private static final int LONGEST_READ = 1000;
    private static final double MAIN_SHARE = 0.6;
    private static final double OWN_SCRIPT = 0.99;

    private LanguageDetector() {}

    /** Returns the language, or why it cannot be told. */
    public static LanguageGuess detect(String text) {
        String read = text.length() > LONGEST_READ ? text.substring(0, text.offsetByCodePoints(0, LONGEST_READ / 2)) : text;
        String normal = NFKC.normalize(read);
        String prose = mayHaveNoProse(normal) ? NO_PROSE.matcher(normal).replaceAll(" ") : normal;
        ScriptShares shares = ScriptShares.of(prose);
        double main = shares.total() * MAIN_SHARE;
        if (shares.total() < FEWEST_OF_OWN_SCRIPT) {
            return new LanguageGuess.Unknown(LanguageGuess.Reason.TOO_SHORT);
        }
        if (shares.eastAsian() >= main) {
            return shares.kana() > 0 ? new LanguageGuess.Detected("ja", OWN_SCRIPT) : HanText.language(prose);
        }
        if (shares.other() >= main) {
            return shares.other() < FEWEST_LETTERS
                    ? new LanguageGuess.Unknown(LanguageGuess.Reason.TOO_SHORT)
                    : SharedScripts.language(prose);
        }
        String own = shares.syllabic() >= main
                ? "ko"
                : shares.thai() >= main
                        ? "th"
                        : shares.greek() >= main
                                ? "el"
                                : shares.hebrew() >= main
                                        ? "he"
                                        : shares.armenian() >= main ? "hy" : shares.georgian() >= main ? "ka" : "";
        return own.isEmpty()
                ? new LanguageGuess.Unknown(LanguageGuess.Reason.UNDECIDED)
                : new LanguageGuess.Detected(own, OWN_SCRIPT);
    }

    private static boolean mayHaveNoProse(String text) {
        return text.indexOf('@') >= 0 || text.contains("://") || text.indexOf('.') >= 0;
    }
}
