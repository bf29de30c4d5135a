package io.groundswell.text.phrase;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;

/** What a character is to the question where words begin and end. */
final class CharacterKinds {
    /** Stands between words. */
    static final byte SEPARATOR = 0;
    /** Part of a word of a script that writes words apart. */
    static final byte WORD = 1;
    /** Of a script without spaces between words: any place may be a word's edge. */
    static final byte UNSPACED = 2;
    /** Katakana writes loanwords, so a run of it tends to be one word. */
    static final byte KATAKANA = 3;

    private static final int PROLONGED_SOUND_MARK = 0x30FC;
    /** Looked up for nearly every character of every text, so worked out once for the plane that nearly all lie in. */
    private static final byte[] OF_BASIC_PLANE = basicPlane();

    private CharacterKinds() {}

    static byte of(int codePoint) {
        return codePoint < OF_BASIC_PLANE.length ? OF_BASIC_PLANE[codePoint] : determine(codePoint);
    }

    private static byte[] basicPlane() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = determine(c);
        }
        return kinds;
    }

    private static byte determine(int codePoint) {
        if (codePoint == PROLONGED_SOUND_MARK) {
            return KATAKANA;
        }
        return switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.UPPERCASE_LETTER, UCharacterCategory.LOWERCASE_LETTER,
                    UCharacterCategory.TITLECASE_LETTER, UCharacterCategory.MODIFIER_LETTER,
                    UCharacterCategory.OTHER_LETTER, UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.COMBINING_SPACING_MARK, UCharacterCategory.ENCLOSING_MARK,
                    UCharacterCategory.DECIMAL_DIGIT_NUMBER, UCharacterCategory.LETTER_NUMBER ->
                ofLetter(codePoint);
            default -> SEPARATOR;
        };
    }

    private static byte ofLetter(int codePoint) {
        return switch (UScript.getScript(codePoint)) {
            case UScript.HAN, UScript.HIRAGANA, UScript.BOPOMOFO, UScript.YI, UScript.THAI, UScript.LAO, UScript.KHMER,
                    UScript.MYANMAR ->
                UNSPACED;
            case UScript.KATAKANA -> KATAKANA;
            default -> WORD;
        };
    }
}
