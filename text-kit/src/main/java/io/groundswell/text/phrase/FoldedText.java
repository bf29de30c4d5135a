package io.groundswell.text.phrase;

import java.util.Arrays;
import java.util.BitSet;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * A text in the form in which phrases are compared, which remembers where each of its characters came from: toNFKC_Casefold
 * of the Unicode Standard, chapter 3.13; runs of white space, hyphens and underscores as one space; one kind of apostrophe.
 * Links and the names in mentions and e-mail addresses are left out: they are somebody's words, but not about the writer.
 */
final class FoldedText implements CharSequence {
    /** Stands for what is left out; no phrase has it. */
    private static final char LEFT_OUT = '\u0001';
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

    private final String original;
    private final BitSet seams = new BitSet();
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private byte[] kinds;
    private int length;

    private FoldedText(String original) {
        this.original = original;
        int capacity = original.length() + 8;
        chars = new char[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        kinds = new byte[capacity];
    }

    static FoldedText of(String text) {
        FoldedText folded = new FoldedText(text);
        folded.fold();
        return folded;
    }

    /** Returns what a phrase is compared by: folded, without surrounding space. */
    static String key(String phrase) {
        return of(phrase).toString().strip();
    }

    private void fold() {
        boolean inHashtag = false;
        int position = 0;
        while (position < original.length()) {
            int c = original.codePointAt(position);
            byte kind = CharacterKinds.of(c);
            if (kind == CharacterKinds.SEPARATOR) {
                inHashtag = isHash(c) || (inHashtag && c == '_');
                position = separator(position, c);
                continue;
            }
            if (startsWord() && isLink(position)) {
                position = leaveOut(position, linkEnd(position));
                continue;
            }
            if (inHashtag && isHump(position, c)) {
                seams.set(length);
            }
            position = segment(position, c);
        }
    }

    private boolean startsWord() {
        return length == 0 || kinds[length - 1] != CharacterKinds.WORD;
    }

    private int separator(int position, int c) {
        if (isAt(c)) {
            int end = handleEnd(position + 1);
            if (end > position + 1) {
                // What stands before the sign of an e-mail address is glued to it, so that it ends no word.
                byte kind = startsWord() ? CharacterKinds.SEPARATOR : CharacterKinds.WORD;
                append(LEFT_OUT, position, end, kind);
                return end;
            }
        }
        return segment(position, c);
    }

    private int leaveOut(int start, int end) {
        append(LEFT_OUT, start, end, CharacterKinds.SEPARATOR);
        return end;
    }

    /** Folds from here to the next place that nothing after it can change. */
    private int segment(int start, int first) {
        int end = start + Character.charCount(first);
        boolean alone = end >= original.length() || startsSegment(end);
        if (alone && first < 0x80) {
            char c = (char) (first >= 'A' && first <= 'Z' ? first + ('a' - 'A') : first);
            emit(c, start, end);
            return end;
        }
        while (end < original.length() && !startsSegment(end)) {
            end += Character.charCount(original.codePointAt(end));
        }
        String folded = alone && NFKC_CASEFOLD.isInert(first)
                ? original.substring(start, end)
                : NFKC_CASEFOLD.normalize(original.substring(start, end));
        for (int i = 0; i < folded.length();) {
            int c = folded.codePointAt(i);
            if (c < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                emit((char) c, start, end);
            } else {
                byte kind = CharacterKinds.of(c);
                append(Character.highSurrogate(c), start, end, kind);
                append(Character.lowSurrogate(c), start, end, kind);
            }
            i += Character.charCount(c);
        }
        return end;
    }

    private boolean startsSegment(int position) {
        char c = original.charAt(position);
        return c < 0x80 || NFKC_CASEFOLD.hasBoundaryBefore(original.codePointAt(position));
    }

    private void emit(char c, int start, int end) {
        if (isGap(c)) {
            if (length > 0 && chars[length - 1] == ' ') {
                ends[length - 1] = end;
            } else {
                append(' ', start, end, CharacterKinds.SEPARATOR);
            }
        } else {
            append(c == '\u2019' || c == '\u02BC' ? '\'' : c, start, end, CharacterKinds.of(c));
        }
    }

    private void append(char c, int start, int end, byte kind) {
        if (length == chars.length) {
            int capacity = length * 2;
            chars = Arrays.copyOf(chars, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            kinds = Arrays.copyOf(kinds, capacity);
        }
        chars[length] = c;
        starts[length] = start;
        ends[length] = end;
        kinds[length] = kind;
        length++;
    }

    private static boolean isGap(char c) {
        if (c < 0x80) {
            return c == ' ' || c == '-' || c == '_' || (c >= '\t' && c <= '\r');
        }
        return (c >= '\u2010' && c <= '\u2015') || c == '\u2212' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isHash(int c) {
        return c == '#' || c == '＃';
    }

    private static boolean isAt(int c) {
        return c == '@' || c == '＠';
    }

    private int handleEnd(int start) {
        int end = start;
        while (end < original.length() && isHandleCharacter(original.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isHandleCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
    }

    private boolean isLink(int position) {
        return original.regionMatches(true, position, "http", 0, 4)
                ? original.startsWith("://", position + 4) || original.startsWith("://", position + 5)
                : original.regionMatches(true, position, "www.", 0, 4);
    }

    private int linkEnd(int start) {
        int end = start;
        while (end < original.length() && original.charAt(end) > ' ' && !Character.isSpaceChar(original.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Tells whether a word of a hashtag in mixed case begins here: {@code #VeganFood}, {@code #DIYProjects}. */
    private boolean isHump(int position, int c) {
        if (position == 0 || !UCharacter.isUpperCase(c)) {
            return false;
        }
        int before = original.codePointBefore(position);
        int next = position + Character.charCount(c);
        return UCharacter.isLowerCase(before)
                || (UCharacter.isUpperCase(before) && next < original.length()
                        && UCharacter.isLowerCase(original.codePointAt(next)));
    }

    /** Tells whether a word may begin or end here; within katakana that depends on the phrase, see {@link #splitsKatakana}. */
    boolean isEdge(int index) {
        return index == 0 || index == length || kinds[index - 1] != CharacterKinds.WORD || kinds[index] != CharacterKinds.WORD
                || seams.get(index);
    }

    /** Tells whether the place lies within a run of katakana. */
    boolean splitsKatakana(int index) {
        return index > 0 && index < length && kinds[index - 1] == CharacterKinds.KATAKANA
                && kinds[index] == CharacterKinds.KATAKANA;
    }

    /** Returns where the written word around this place begins. */
    int wordStart(int index) {
        int start = index;
        while (start > 0 && kinds[start - 1] == CharacterKinds.WORD) {
            start--;
        }
        return start;
    }

    /** Returns where the written word around this place ends. */
    int wordEnd(int index) {
        int end = index;
        while (end < length && kinds[end] == CharacterKinds.WORD) {
            end++;
        }
        return end;
    }

    /** Returns where in the original the folded character began. */
    int originalStart(int index) {
        return starts[index];
    }

    /** Returns where in the original the folded character before this place ended. */
    int originalEnd(int index) {
        return ends[index - 1];
    }

    String original() {
        return original;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return chars[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(chars, start, end - start);
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
