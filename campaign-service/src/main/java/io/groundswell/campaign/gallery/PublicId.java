package io.groundswell.campaign.gallery;

import java.util.random.RandomGenerator;

/**
 * What the public knows a collection by: 22 characters of base 58 (no 0, O, I, l), 128.9 random bits. It names no workspace and
 * cannot be guessed.
 */
public final class PublicId {
    /** Form of an id, as a regular expression. */
    public static final String PATTERN = "^[1-9A-HJ-NP-Za-km-z]{22}$";

    private static final int LENGTH = 22;
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private PublicId() {}

    /** Returns a new id; the generator must be cryptographically strong. */
    static String next(RandomGenerator random) {
        char[] id = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            id[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return new String(id);
    }

    /** Tells whether the text could be an id; if not, nothing needs to be looked up. */
    public static boolean isId(String text) {
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
