package io.groundswell.campaign.text;

import com.ibm.icu.text.Normalizer2;

/** The form in which terms are compared: full-width letters, case, and invisible characters make no difference. */
public final class FoldedTerm {
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

    private FoldedTerm() {}

    /** Returns the folded form of a hashtag or handle, without a leading {@code #} or {@code @} of either width. */
    public static String of(String term) {
        String bare = startsWithSign(term) ? term.substring(1) : term;
        return isLowerAscii(bare) ? bare : NFKC_CASEFOLD.normalize(bare);
    }

    private static boolean startsWithSign(String term) {
        return !term.isEmpty() && "#＃@＠".indexOf(term.charAt(0)) >= 0;
    }

    /** Most handles and many hashtags fold to themselves; looking is cheaper than normalising. */
    private static boolean isLowerAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }
}
