package io.groundswell.text.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;

/**
 * How many letters of which scripts a text has.
 *
 * @param kana without {@code の}, which Chinese writers use for its looks
 * @param other letters of scripts that several languages share, Latin first of all
 */
record ScriptShares(int han, int kana, int hangul, int thai, int greek, int hebrew, int armenian, int georgian, int other) {
    private static final int HIRAGANA_NO = 'の';
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int OTHER = 8;

    static ScriptShares of(String text) {
        int[] counts = new int[9];
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < FIRST_BEYOND_ASCII) {
                counts[OTHER] += isAsciiLetter(c) ? 1 : 0;
            } else if (c != HIRAGANA_NO && UCharacter.isLetter(c)) {
                counts[place(c)]++;
            }
        }
        return new ScriptShares(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7],
                counts[8]);
    }

    private static boolean isAsciiLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int place(int c) {
        return switch (UScript.getScript(c)) {
            case UScript.HAN -> 0;
            case UScript.HIRAGANA, UScript.KATAKANA -> 1;
            case UScript.HANGUL -> 2;
            case UScript.THAI -> 3;
            case UScript.GREEK -> 4;
            case UScript.HEBREW -> 5;
            case UScript.ARMENIAN -> 6;
            case UScript.GEORGIAN -> 7;
            default -> OTHER;
        };
    }

    /** A character of these says as much as several letters. */
    int eastAsian() {
        return 3 * (han + kana);
    }

    int syllabic() {
        return 2 * hangul;
    }

    int total() {
        return eastAsian() + syllabic() + thai + greek + hebrew + armenian + georgian + other;
    }
}
