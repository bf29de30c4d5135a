package io.groundswell.text.language;

/** What is known of a text's language. */
public sealed interface LanguageGuess {

    /**
     * The text is in this language.
     *
     * @param tag BCP 47, such as {@code es} or {@code zh-Hant}
     * @param confidence above 0 and at most 1: how clearly the language stands out against the next likely one. It ranks
     *            answers; it is no calibrated probability
     */
    record Detected(String tag, double confidence) implements LanguageGuess {}

    /** The text does not show its language. */
    record Unknown(Reason reason) implements LanguageGuess {}

    /** Why a language is not known. */
    enum Reason {
        /** Too few letters, links and names of others left out. */
        TOO_SHORT,
        /** Several languages, or none clearly. */
        UNDECIDED
    }
}
