package io.groundswell.text.phrase;

import java.util.LinkedHashSet;
import java.util.Set;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;

/** The ways in which people write a phrase, folded. */
public final class Spellings {
    /** Shorter words tend to be other words without their accents: thé and the, té and te. */
    private static final int SHORTEST_WITHOUT_ACCENTS = 5;
    /** Shorter phrases written as one word tend to be other words. */
    private static final int SHORTEST_AS_ONE_WORD = 5;
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

    private Spellings() {}

    /**
     * Returns the folded spellings of a phrase, the phrase's own first.
     *
     * @param language BCP 47; Spanish, French and German words are also written without accents, and German ones with
     *            {@code ae} for {@code ä}
     */
    public static Set<String> of(String phrase, String language) {
        Set<String> spellings = new LinkedHashSet<>();
        add(spellings, phrase);
        switch (language) {
            case "es", "fr" -> add(spellings, withoutAccents(phrase));
            case "de" -> {
                add(spellings, withoutAccents(phrase));
                add(spellings, withoutUmlauts(phrase));
            }
            default -> {
                // Written one way only.
            }
        }
        return spellings;
    }

    private static void add(Set<String> spellings, String phrase) {
        String folded = FoldedText.key(phrase);
        spellings.add(folded);
        String joined = folded.replace(" ", "");
        if (joined.length() >= SHORTEST_AS_ONE_WORD) {
            spellings.add(joined);
        }
    }

    private static String withoutAccents(String phrase) {
        if (phrase.length() < SHORTEST_WITHOUT_ACCENTS) {
            return phrase;
        }
        StringBuilder bare = new StringBuilder(phrase.length());
        for (String word : phrase.split(" ", -1)) {
            if (!bare.isEmpty()) {
                bare.append(' ');
            }
            bare.append(word.length() < SHORTEST_WITHOUT_ACCENTS ? word : bare(word));
        }
        return bare.toString();
    }

    private static String bare(String word) {
        StringBuilder bare = new StringBuilder(word.length());
        NFD.normalize(word).codePoints()
                .filter(c -> UCharacter.getType(c) != UCharacterCategory.NON_SPACING_MARK
                        || UScript.getScript(c) != UScript.INHERITED)
                .forEach(bare::appendCodePoint);
        return bare.toString().replace("œ", "oe").replace("Œ", "Oe");
    }

    private static String withoutUmlauts(String phrase) {
        return NFKC_CASEFOLD.normalize(phrase).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    }
}
