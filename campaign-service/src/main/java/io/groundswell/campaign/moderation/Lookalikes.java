package io.groundswell.campaign.moderation;

import java.util.HashMap;
import java.util.Map;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;

/**
 * Sees through Latin words that are written with letters of other scripts which look the same ({@code sеabrеw} with two Cyrillic
 * letters), after the confusables of Unicode Technical Standard 39, and through words that are struck through or heaped with
 * combining marks. Texts of other scripts stay as they are: a foreign letter counts as disguise only in a word that also has
 * Latin letters, or in a text that is mostly Latin. Each character gives way to one character, so places stay the same.
 */
final class Lookalikes {
    /** Ignored by whoever folds the text. */
    private static final char NOTHING = '\u2060';
    private static final int MOST_MARKS = 2;
    /** From here on there are combining marks and letters of other scripts than Latin. */
    private static final char FIRST_OF_INTEREST = '\u0300';
    private static final int[][] SCRIPTS_WITH_LOOKALIKES = {{0x0370, 0x058F}, {0x13A0, 0x13FF}, {0x1C80, 0x1C8F},
            {0x1F00, 0x1FFF}, {0x2C80, 0x2CFF}, {0xA4D0, 0xA4FF}, {0xA640, 0xA69F}, {0xAB70, 0xABBF}};
    private static final char[] LATIN = latin();

    private Lookalikes() {}

    private static char[] latin() {
        SpoofChecker checker = new SpoofChecker.Builder().build();
        Map<String, Character> bySkeleton = new HashMap<>();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            bySkeleton.put(checker.getSkeleton(Character.toString(letter)), letter);
        }
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            bySkeleton.putIfAbsent(checker.getSkeleton(Character.toString(letter)), (char) (letter + ('a' - 'A')));
        }
        char[] latin = new char[Character.MAX_VALUE + 1];
        for (int[] range : SCRIPTS_WITH_LOOKALIKES) {
            for (int c = range[0]; c <= range[1]; c++) {
                if (UCharacter.isLetter(c)) {
                    Character lower = bySkeleton.get(checker.getSkeleton(Character.toString(UCharacter.toLowerCase(c))));
                    Character found = lower == null ? bySkeleton.get(checker.getSkeleton(Character.toString(c))) : lower;
                    latin[c] = found == null ? 0 : found;
                }
            }
        }
        return latin;
    }

    /** Returns the text with disguised words in plain letters, of the same length; the same text when none is disguised. */
    static String unmask(String text) {
        int latinLetters = 0;
        int foreignLetters = 0;
        boolean marked = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST_OF_INTEREST) {
                latinLetters += isLatin(c) ? 1 : 0;
            } else {
                foreignLetters += LATIN[c] != 0 ? 1 : 0;
                marked |= isMark(c);
            }
        }
        return foreignLetters == 0 && !marked ? text : unmask(text, latinLetters > foreignLetters);
    }

    private static String unmask(String text, boolean mostlyLatin) {
        char[] unmasked = text.toCharArray();
        boolean changed = false;
        for (int start = 0; start < text.length();) {
            int end = start;
            boolean latin = mostlyLatin;
            while (end < text.length() && isWordPart(text.charAt(end))) {
                latin |= isLatin(text.charAt(end));
                end++;
            }
            changed |= latin && plain(unmasked, start, end);
            start = end + 1;
        }
        return changed ? new String(unmasked) : text;
    }

    private static boolean plain(char[] text, int start, int end) {
        boolean changed = false;
        for (int i = start; i < end; i++) {
            if (LATIN[text[i]] != 0) {
                text[i] = LATIN[text[i]];
                changed = true;
            } else if (isMark(text[i])) {
                int last = i;
                boolean overlay = false;
                while (last < end && isMark(text[last])) {
                    overlay |= isOverlay(text[last]);
                    last++;
                }
                if (overlay || last - i > MOST_MARKS) {
                    java.util.Arrays.fill(text, i, last, NOTHING);
                    changed = true;
                }
                i = last - 1;
            }
        }
        return changed;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || isMark(c)
                || (c >= FIRST_OF_INTEREST && UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT));
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                || (c >= 0xAA && UCharacter.isLetter(c) && UScript.getScript(c) == UScript.LATIN);
    }

    /** Marks that go with any script; those of one script belong to its words. */
    private static boolean isMark(char c) {
        return (c >= '\u0300' && c <= '\u036F') || (c >= '\u1AB0' && c <= '\u1AFF') || (c >= '\u1DC0' && c <= '\u1DFF')
                || (c >= '\u20D0' && c <= '\u20FF');
    }

    private static boolean isOverlay(char c) {
        return (c >= '\u0334' && c <= '\u0338') || (c >= '\u20D2' && c <= '\u20D3') || (c >= '\u20D8' && c <= '\u20DA')
                || (c >= '\u20DD' && c <= '\u20E0') || (c >= '\u20E5' && c <= '\u20EB');
    }
}
