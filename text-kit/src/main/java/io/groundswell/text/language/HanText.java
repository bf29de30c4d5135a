package io.groundswell.text.language;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;

/**
 * Tells Chinese from Japanese, and traditional from simplified Chinese, in a text of Han characters without kana. What each
 * writes is taken from the character sets that were made for them: Big5 for traditional, GB 2312 for simplified Chinese, JIS X
 * 0208 (in Shift_JIS) for Japanese.
 */
final class HanText {
    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;
    private static final BitSet BIG5 = encodable("Big5");
    private static final BitSet GB2312 = encodable("GB2312");
    private static final BitSet JIS = encodable("Shift_JIS");
    /** Pronouns and particles of Chinese that Japanese does without; 的, 了 or 在 it writes too. */
    private static final String CHINESE_PARTICLES = "我你妳她們们這这个嗎吗呢吧很歡欢";
    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    private int letters;
    private int traditional;
    private int simplified;
    private int japanese;
    private int notJapanese;
    private boolean particles;

    private HanText() {}

    static LanguageGuess language(String text) {
        HanText han = new HanText();
        text.codePoints().filter(c -> c >= FIRST && c <= LAST).forEach(han::count);
        return han.decide();
    }

    private void count(int c) {
        letters++;
        boolean big5 = BIG5.get(c);
        boolean gb = GB2312.get(c);
        boolean jis = JIS.get(c);
        traditional += big5 && !gb ? 1 : 0;
        simplified += gb && !big5 ? 1 : 0;
        japanese += jis && !gb && !big5 ? 1 : 0;
        notJapanese += jis ? 0 : 1;
        particles |= CHINESE_PARTICLES.indexOf(c) >= 0;
    }

    private LanguageGuess decide() {
        if (letters < SHORTEST) {
            return new LanguageGuess.Unknown(LanguageGuess.Reason.TOO_SHORT);
        }
        boolean mixed = traditional > 0 && simplified > 0;
        if (notJapanese == 0 && !particles && (japanese > 0 || mixed)) {
            return new LanguageGuess.Detected("ja", japanese > 0 ? 0.95 : 0.8);
        }
        if (notJapanese == 0 && !particles && letters < LONG) {
            // Could be either: 東京在住 and 台北生活 are made of the same characters.
            return new LanguageGuess.Unknown(LanguageGuess.Reason.UNDECIDED);
        }
        double confidence = notJapanese > 0 || particles ? 0.95 : 0.8;
        if (traditional > 2 * simplified) {
            return new LanguageGuess.Detected("zh-Hant", confidence);
        }
        if (simplified > 2 * traditional) {
            return new LanguageGuess.Detected("zh-Hans", confidence);
        }
        return new LanguageGuess.Detected("zh", confidence);
    }

    private static BitSet encodable(String charset) {
        CharsetEncoder encoder = Charset.forName(charset).newEncoder();
        BitSet encodable = new BitSet(LAST + 1);
        for (int c = FIRST; c <= LAST; c++) {
            if (encoder.canEncode((char) c)) {
                encodable.set(c);
            }
        }
        return encodable;
    }
}
