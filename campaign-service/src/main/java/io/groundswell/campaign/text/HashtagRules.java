package io.groundswell.campaign.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;

/**
 * Where a hashtag begins and ends, which networks see differently. Each rule is what its network's own software does, as published: it
 * says which texts are hashtags there, so that a post is found by what its network shows as a link.
 */
public enum HashtagRules {
    /**
     * Letters, marks, digits, {@code _} and the middle dot, joiners, and emoji after UTS #51, as UTS #31 proposes for hashtags. Not digits
     * alone. For networks that publish no rule.
     */
    COMMON {
        @Override
        boolean canFollow(int before) {
            return !isWordPart(before) && before != '&' && !isHash(before);
        }

        @Override
        boolean isPart(int c) {
            return c < 0x80 ? isAsciiWordPart(c) : isLetterMarkOrDigit(c) || isJoiner(c) || c == MIDDLE_DOT || isEmoji(c);
        }

        @Override
        boolean names(int c) {
            return !UCharacter.isDigit(c) && c != '_';
        }
    },

    /**
     * X, by the rules of twitter-text: letters, marks, digits and a few signs between them; at least one letter or mark; no emoji; not
     * where another {@code #} or {@code ://} follows.
     */
    X {
        @Override
        boolean canFollow(int before) {
            return before == TEXT_VARIATION || before == EMOJI_VARIATION || (!isPart(before) && before != '&');
        }

        @Override
        boolean isPart(int c) {
            return c < 0x80 ? isAsciiWordPart(c) : isLetterOrMark(c) || isDecimalDigit(c) || X_SIGNS.indexOf(c) >= 0;
        }

        @Override
        boolean names(int c) {
            return isLetterOrMark(c);
        }

        @Override
        int end(String text, int start, int end) {
            boolean endsBadly = end < text.length() && (isHash(text.charAt(end)) || text.startsWith("://", end));
            return endsBadly || isKeycap(text, start) ? start : end;
        }
    },

    /**
     * Bluesky, by the rule of its client's rich text: after the beginning or a space; everything up to the next space, without punctuation
     * at the end; neither digits nor punctuation alone; at most 64 characters as people count them.
     */
    BLUESKY {
        @Override
        boolean canFollow(int before) {
            return UCharacter.isUWhiteSpace(before);
        }

        @Override
        boolean isPart(int c) {
            return !UCharacter.isUWhiteSpace(c) && c != SOFT_HYPHEN && c != WORD_JOINER && c != ENCLOSING_KEYCAP_SCREEN
                    && (c < HAIR_SPACE || c > ZERO_WIDTH_JOINER);
        }

        @Override
        boolean names(int c) {
            return !isDecimalDigit(c) && !isPunctuation(c);
        }

        @Override
        int end(String text, int start, int end) {
            int last = end;
            while (last > start && isPunctuation(text.codePointBefore(last))) {
                last -= Character.charCount(text.codePointBefore(last));
            }
            return isKeycap(text, start) || Graphemes.isLongerThan(text, start, last, MOST_GRAPHEMES) ? start : last;
        }
    },

    /**
     * Mastodon, by its server's expression: letters, marks, digits and {@code _}; between them also the middle dots and the zero-width
     * non-joiner; at least one letter or one of those; no emoji; not behind {@code =}, {@code /} or {@code )}.
     */
    MASTODON {
        @Override
        boolean canFollow(int before) {
            return !UCharacter.isLetterOrDigit(before) && before != '=' && before != '/' && before != ')' && before != '&';
        }

        @Override
        boolean isPart(int c) {
            return c < 0x80
                    ? isAsciiWordPart(c)
                    : isLetterOrMark(c) || isDecimalDigit(c)
                            || UCharacter.getType(c) == ECharacterCategory.CONNECTOR_PUNCTUATION
                            || isMastodonSeparator(c);
        }

        @Override
        boolean names(int c) {
            return isLetterOrMark(c);
        }

        @Override
        int end(String text, int start, int end) {
            if (start < end && isMastodonSeparator(text.charAt(start))) {
                return start;
            }
            int last = end;
            while (last > start && isMastodonSeparator(text.charAt(last - 1))) {
                last--;
            }
            return last;
        }
    };

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int HAIR_SPACE = 0x200A;
    private static final int MIDDLE_DOT = 0xB7;
    private static final int KATAKANA_MIDDLE_DOT = 0x30FB;
    private static final int SOFT_HYPHEN = 0xAD;
    private static final int WORD_JOINER = 0x2060;
    private static final int ENCLOSING_KEYCAP_SCREEN = 0x20E2;
    private static final int TEXT_VARIATION = 0xFE0E;
    private static final int EMOJI_VARIATION = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int MOST_GRAPHEMES = 64;
    /** Besides the underscore: joiners, Cyrillic, Hebrew, wave dashes, Japanese, Tibetan, the middle dot. */
    private static final String X_SIGNS = "\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7";

    /** Tells whether a hashtag may begin behind this character. */
    abstract boolean canFollow(int before);

    /** Tells whether the character may stand in a hashtag. */
    abstract boolean isPart(int c);

    /** Tells whether the character makes a hashtag of what would be none: there must be one of these. */
    abstract boolean names(int c);

    /** Returns where the hashtag that begins at {@code start} ends, of what may stand in one up to {@code end}; {@code start} for none. */
    int end(String text, int start, int end) {
        return end;
    }

    static boolean isHash(int c) {
        return c == '#' || c == '＃';
    }

    static boolean isWordPart(int c) {
        return c == '_' || UCharacter.isLetterOrDigit(c);
    }

    /** The emoji of a number sign is written as the sign and two marks. */
    private static boolean isKeycap(String text, int start) {
        return start < text.length() && (text.charAt(start) == EMOJI_VARIATION || text.charAt(start) == KEYCAP);
    }

    private static boolean isAsciiWordPart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private static boolean isJoiner(int c) {
        return c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
    }

    private static boolean isMastodonSeparator(int c) {
        return c == MIDDLE_DOT || c == KATAKANA_MIDDLE_DOT || c == ZERO_WIDTH_NON_JOINER;
    }

    private static boolean isEmoji(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
                || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_COMPONENT)
                || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_PRESENTATION);
    }

    private static boolean isDecimalDigit(int c) {
        return UCharacter.getType(c) == ECharacterCategory.DECIMAL_DIGIT_NUMBER;
    }

    private static boolean isLetterOrMark(int c) {
        return switch (UCharacter.getType(c)) {
            case ECharacterCategory.UPPERCASE_LETTER, ECharacterCategory.LOWERCASE_LETTER, ECharacterCategory.TITLECASE_LETTER,
                    ECharacterCategory.MODIFIER_LETTER, ECharacterCategory.OTHER_LETTER, ECharacterCategory.NON_SPACING_MARK,
                    ECharacterCategory.COMBINING_SPACING_MARK, ECharacterCategory.ENCLOSING_MARK ->
                true;
            default -> false;
        };
    }

    private static boolean isLetterMarkOrDigit(int c) {
        return isLetterOrMark(c) || isDecimalDigit(c) || UCharacter.getType(c) == ECharacterCategory.LETTER_NUMBER;
    }

    private static boolean isPunctuation(int c) {
        return switch (UCharacter.getType(c)) {
            case ECharacterCategory.CONNECTOR_PUNCTUATION, ECharacterCategory.DASH_PUNCTUATION,
                    ECharacterCategory.START_PUNCTUATION, ECharacterCategory.END_PUNCTUATION,
                    ECharacterCategory.INITIAL_PUNCTUATION, ECharacterCategory.FINAL_PUNCTUATION,
                    ECharacterCategory.OTHER_PUNCTUATION ->
                true;
            default -> false;
        };
    }
}
