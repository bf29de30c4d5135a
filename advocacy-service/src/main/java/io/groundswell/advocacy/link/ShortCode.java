package io.groundswell.advocacy.link;

import java.util.random.RandomGenerator;

/**
 * Makes and recognizes codes: 10 characters of base 58 (no 0, O, I, l), 58.6 random bits. With a million links, one guess in
 * four hundred thousand million hits one.
 */
final class ShortCode {
    static final int LENGTH = 10;
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private ShortCode() {}

    /** Returns a new code; the generator must be cryptographically strong. */
    static String next(RandomGenerator random) {
        char[] code = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            code[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return new String(code);
    }

    /** Tells whether the text could be a code; if not, nothing needs to be looked up. */
    static boolean isCode(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
