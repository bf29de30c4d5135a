package io.groundswell.campaign.classification;

import java.util.ArrayList;
import java.util.List;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/**
 * A text as words and pictographs with their places. Links and the names in mentions are left out; a hashtag is a word. Words
 * are folded as terms are. Scripts without spaces yield runs that no word list is asked for; they are searched as a whole.
 */
record Tokens(String text, List<Token> all, int exclamations, int questions, boolean mixedCase) {
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final String CLAUSE_ENDS = ".,;:!?…\n。，、！？；：";
    /** Longer than any emoticon of the lists. */
    private static final int LONGEST_EMOTICON = 6;

    Tokens {
        all = List.copyOf(all);
    }

    /** What a token is. */
    enum Kind {
        WORD, EMOJI, EMOTICON
    }

    /**
     * @param start where it begins in the text, in UTF-16 units
     * @param folded as it is looked up; a pictograph without skin tone and variation
     * @param clause which part of the text between punctuation it belongs to
     * @param shouted of two capitals or more, and of capitals alone
     */
    record Token(Kind kind, int start, int end, String folded, int clause, boolean shouted) {

        boolean isHashtag(String text) {
            return start > 0 && (text.charAt(start - 1) == '#' || text.charAt(start - 1) == '＃');
        }

        /** Returns the word without repeated letters: {@code soooo} as {@code so}, or {@code soo}. */
        String squeezed(int most) {
            StringBuilder squeezed = new StringBuilder(folded.length());
            int run = 0;
            for (int i = 0; i < folded.length(); i++) {
                run = i > 0 && folded.charAt(i) == folded.charAt(i - 1) ? run + 1 : 1;
                if (run <= most) {
                    squeezed.append(folded.charAt(i));
                }
            }
            return squeezed.toString();
        }

        /** Tells whether a letter comes three times or more in a row. */
        boolean isDrawnOut() {
            for (int i = 2; i < folded.length(); i++) {
                if (folded.charAt(i) == folded.charAt(i - 1) && folded.charAt(i) == folded.charAt(i - 2)) {
                    return true;
                }
            }
            return false;
        }
    }

    static Tokens of(String text) {
        var scanner = new Scanner(text);
        scanner.scan();
        return new Tokens(text, scanner.tokens, scanner.exclamations, scanner.questions,
                scanner.shouted > 0 && scanner.shouted < scanner.words);
    }

    /** Tells whether a character is of Han or kana: a name in Latin letters within them is a word of its own. */
    static boolean isUnspaced(int c) {
        return c >= 0x3041 && (c <= 0x30FF || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x20000 && c <= 0x3FFFF));
    }

    private static final class Scanner {
        private final String text;
        private final List<Token> tokens = new ArrayList<>();
        private int position;
        private int clause;
        private int exclamations;
        private int questions;
        private int words;
        private int shouted;

        Scanner(String text) {
            this.text = text;
        }

        void scan() {
            boolean afterSpace = true;
            while (position < text.length()) {
                int c = text.codePointAt(position);
                int width = Character.charCount(c);
                if (c == '@' || c == '＠') {
                    readMention();
                    afterSpace = false;
                } else if (afterSpace && c > ' ' && c < 0x80 && readEmoticon()) {
                    afterSpace = false;
                } else if (isWordPart(c)) {
                    if (!skipLink()) {
                        readWord();
                    }
                    afterSpace = false;
                } else if (c >= 0x80 && isPictograph(c)) {
                    readPictograph(c);
                    afterSpace = true;
                } else {
                    punctuation(c);
                    afterSpace = c == ' ' || c == '\n' || Character.isWhitespace(c);
                    position += width;
                }
            }
        }

        private static boolean isPlainWordStart(int c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@' || c == '#';
        }

        private void punctuation(int c) {
            exclamations += c == '!' || c == '！' ? 1 : 0;
            questions += c == '?' || c == '？' ? 1 : 0;
            clause += CLAUSE_ENDS.indexOf(c) >= 0 ? 1 : 0;
        }

        /** Reads what stands between spaces as an emoticon, if it is short and no word. */
        private boolean readEmoticon() {
            int end = position;
            boolean sign = false;
            while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 0x80) {
                if (end - position > LONGEST_EMOTICON) {
                    return false;
                }
                char c = text.charAt(end);
                sign |= !(isPlainWordStart(c) || (c >= '0' && c <= '9') || c == '.' || c == '\'' || c == '-' || c == ','
                        || c == '!'
                        || c == '?' || c == '"');
                end++;
            }
            if (!sign || end - position < 2 || !(end == text.length() || Character.isWhitespace(text.charAt(end)))) {
                return false;
            }
            String chunk = text.substring(position, end);
            if (!SentimentLexicon.isEmoticon(chunk)) {
                return false;
            }
            tokens.add(new Token(Kind.EMOTICON, position, end, chunk, clause, false));
            position = end;
            return true;
        }

        private void readMention() {
            position++;
            while (position < text.length() && isHandle(text.charAt(position))) {
                position++;
            }
        }

        private static boolean isHandle(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.'
                    || c == '-' || c == '@';
        }

        private boolean skipLink() {
            boolean link = text.regionMatches(true, position, "https://", 0, 8)
                    || text.regionMatches(true, position, "http://", 0, 7) || text.regionMatches(true, position, "www.", 0, 4);
            if (link) {
                while (position < text.length() && !Character.isWhitespace(text.charAt(position))) {
                    position++;
                }
            }
            return link;
        }

        private void readWord() {
            int start = position;
            int letters = 0;
            int capitals = 0;
            boolean ascii = true;
            int end = start;
            boolean unspaced = isUnspaced(text.codePointAt(start));
            while (end < text.length()) {
                int c = text.codePointAt(end);
                int width = Character.charCount(c);
                if (isUnspaced(c) != unspaced) {
                    break;
                }
                if (isWordPart(c)) {
                    letters += isLetter(c) ? 1 : 0;
                    capitals += isCapital(c) ? 1 : 0;
                    ascii &= c < 0x80;
                } else if (!(isJoiner(c) && end + width < text.length() && joins(c, text.codePointAt(end + width)))) {
                    break;
                }
                ascii &= c < 0x80;
                end += width;
            }
            position = end;
            String written = text.substring(start, end);
            String folded = (ascii ? lower(written) : NFKC_CASEFOLD.normalize(written)).replace('’', '\'');
            if (folded.isEmpty()) {
                return;
            }
            boolean shout = capitals >= 2 && capitals == letters;
            words += letters > 0 ? 1 : 0;
            shouted += shout ? 1 : 0;
            tokens.add(new Token(Kind.WORD, start, end, folded, clause, shout));
        }

        /** Letters are masked by asterisks, and words broken up by what is not seen; folding takes that out. */
        private static boolean isJoiner(int c) {
            return c == '\'' || c == '’' || c == '*' || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
        }

        private static boolean joins(int joiner, int next) {
            return isWordPart(next) || (isJoiner(next) && joiner != '\'' && joiner != '’');
        }

        private static String lower(String written) {
            for (int i = 0; i < written.length(); i++) {
                char c = written.charAt(i);
                if (c >= 'A' && c <= 'Z') {
                    return written.toLowerCase(java.util.Locale.ROOT);
                }
            }
            return written;
        }

        private static boolean isLetter(int c) {
            return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : UCharacter.isLetter(c);
        }

        private static boolean isCapital(int c) {
            return c < 0x80 ? c >= 'A' && c <= 'Z' : UCharacter.isUpperCase(c);
        }

        private static boolean isWordPart(int c) {
            if (c < 0x80) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            }
            return UCharacter.isLetterOrDigit(c) || UCharacter.getType(c) == UCharacter.getType(0x0301);
        }

        private static boolean isPictograph(int c) {
            return UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC) && c != '©' && c != '®' && c != '™';
        }

        private void readPictograph(int first) {
            int start = position;
            StringBuilder key = new StringBuilder().appendCodePoint(first);
            position += Character.charCount(first);
            while (position < text.length()) {
                int c = text.codePointAt(position);
                if (c == 0x200D && position + 1 < text.length() && isPictograph(text.codePointAt(position + 1))) {
                    int next = text.codePointAt(position + 1);
                    key.appendCodePoint(c).appendCodePoint(next);
                    position += 1 + Character.charCount(next);
                } else if (c == 0xFE0F || (c >= 0x1F3FB && c <= 0x1F3FF)) {
                    position += Character.charCount(c);
                } else {
                    break;
                }
            }
            tokens.add(new Token(Kind.EMOJI, start, position, key.toString(), clause, false));
        }
    }
}
