package io.groundswell.text.language;

import opennlp.tools.util.normalizer.CharSequenceNormalizer;
import opennlp.tools.util.normalizer.EmojiCharSequenceNormalizer;
import opennlp.tools.util.normalizer.NumberCharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;

/**
 * A text as OpenNLP's language model was taught to read it. Each of OpenNLP's normalizers searches the text by regular
 * expressions; one look tells which of them would find nothing and can be left out.
 */
final class NGramText {
    private static final CharSequenceNormalizer EMOJI = EmojiCharSequenceNormalizer.getInstance();
    private static final CharSequenceNormalizer URL = UrlCharSequenceNormalizer.getInstance();
    private static final CharSequenceNormalizer TWITTER = TwitterCharSequenceNormalizer.getInstance();
    private static final CharSequenceNormalizer NUMBER = NumberCharSequenceNormalizer.getInstance();
    private static final CharSequenceNormalizer SHRINK = ShrinkCharSequenceNormalizer.getInstance();
    /** From this one on the normalizer of emoji takes characters out; and, as its expression is written, hyphens. */
    private static final char FIRST_EMOJI = '\uD83C';

    private boolean emoji;
    private boolean url;
    private boolean twitter;
    private boolean number;
    private boolean shrink;

    private NGramText() {}

    static String prepare(String text) {
        NGramText needed = new NGramText();
        needed.look(text);
        // The same order as in OpenNLP's LanguageDetectorFactory. What one of them takes out can bring characters together.
        CharSequence prepared = needed.emoji ? EMOJI.normalize(text) : text;
        prepared = needed.url ? URL.normalize(prepared) : prepared;
        prepared = needed.twitter ? TWITTER.normalize(prepared) : prepared;
        prepared = needed.number ? NUMBER.normalize(prepared) : prepared;
        boolean changed = needed.emoji || needed.url || needed.twitter || needed.number;
        return lowerCase(needed.shrink || changed ? SHRINK.normalize(prepared).toString() : prepared.toString().trim());
    }

    private void look(String text) {
        char before = 'a';
        char beforeThat = 'b';
        for (int i = 0; i < text.length(); i++) {
            char written = text.charAt(i);
            char c = Character.toLowerCase(written);
            emoji |= written >= FIRST_EMOJI || written == '-';
            url |= written == '@' || (written == '/' && before == '/');
            number |= c >= '0' && c <= '9';
            shrink |= (c == before && c == beforeThat) || (isSpace(c) && isSpace(before));
            twitter |= c == '#' || c == '@' || isRetweet(beforeThat, before, c) || isFace(beforeThat, before, c)
                    || isLaugh(before, c);
            beforeThat = before;
            before = c;
        }
        number |= twitter || emoji;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isRetweet(char first, char second, char third) {
        return first == 'r' && second == 't' && (third == ' ' || third == ':');
    }

    private static boolean isFace(char first, char second, char third) {
        return isMouth(third) && (isEyes(second) || (second == '-' && isEyes(first)));
    }

    private static boolean isEyes(char c) {
        return c == ':' || c == ';' || c == 'x';
    }

    private static boolean isMouth(char c) {
        return c == '(' || c == ')' || c == 'd' || c == 'o' || c == 'p';
    }

    private static boolean isLaugh(char first, char second) {
        return (second == 'h' || second == 'j') && "aieou".indexOf(first) >= 0;
    }

    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                return text.codePoints().map(Character::toLowerCase)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            }
            lower.append(Character.toLowerCase(c));
        }
        return lower.toString();
    }
}
