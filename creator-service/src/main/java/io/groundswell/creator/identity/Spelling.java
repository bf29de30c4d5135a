package io.groundswell.creator.identity;

import java.util.regex.Pattern;

import com.ibm.icu.text.Normalizer2;

/** The forms in which names are compared, whatever their case, width and punctuation. */
final class Spelling {
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern SCHEME = Pattern.compile("^https?://(www\\.)?");

    private Spelling() {}

    /** Returns the text in the form in which handles claim their account, with single spaces. */
    static String folded(String text) {
        return SPACE.matcher(NFKC_CASEFOLD.normalize(text).strip()).replaceAll(" ");
    }

    /** Returns the letters and digits of a handle, without the server that follows it on Mastodon. */
    static String squeezed(String handle) {
        int server = handle.indexOf('@', 1);
        return NEITHER_LETTER_NOR_DIGIT.matcher(folded(server < 0 ? handle : handle.substring(0, server))).replaceAll("");
    }

    /** Returns an address without what is written or left out at will. */
    static String address(String website) {
        String bare = SCHEME.matcher(website).replaceFirst("");
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
