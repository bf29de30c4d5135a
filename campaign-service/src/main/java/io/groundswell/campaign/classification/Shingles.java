package io.groundswell.campaign.classification;

import java.util.Arrays;
import java.util.stream.LongStream;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;

/**
 * The short sequences that a text is made of, as hashes: four letters of words joined by single spaces, two characters in
 * scripts without spaces, each pictograph by itself. Hashtags, mentions, links, punctuation and case are gone. Of a long text
 * the beginning is read.
 */
final class Shingles {
    private static final int LETTERS = 4;
    /** Some four words, or nine characters of Chinese. Shorter texts are alike without being copies. */
    private static final int FEWEST = 16;
    private static final int LONGEST = 4096;
    private static final long OF_LETTERS = 1;
    private static final long OF_CHARACTERS = 2;
    private static final long OF_PICTOGRAPHS = 3;

    private final StringBuilder words = new StringBuilder();
    private final StringBuilder characters = new StringBuilder();
    private final HashStream64 all = Hashing.komihash5_0().hashStream();
    private long[] ofWords = new long[128];
    private int wordCount;
    private long[] ofCharacters = new long[16];
    private int characterCount;

    private Shingles() {}

    static Shingles of(String text) {
        String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var shingles = new Shingles();
        for (Tokens.Token token : Tokens.of(read).all()) {
            if (!token.isHashtag(read)) {
                shingles.add(token);
            }
        }
        shingles.endWords();
        shingles.endCharacters();
        return shingles;
    }

    private void add(Tokens.Token token) {
        all.putString(token.folded());
        if (token.kind() != Tokens.Kind.WORD) {
            addToWords(hash(OF_PICTOGRAPHS, Hashing.komihash5_0().hashCharsToLong(token.folded())));
        } else if (Tokens.isUnspaced(token.folded().codePointAt(0))) {
            endWords();
            characters.append(token.folded());
        } else {
            endCharacters();
            words.append(words.isEmpty() ? "" : " ").append(token.folded());
        }
    }

    private void endWords() {
        for (int i = 0; i < words.length() && (i == 0 || i + LETTERS <= words.length()); i++) {
            long letters = 0;
            for (int j = i; j < Math.min(i + LETTERS, words.length()); j++) {
                letters = letters << Character.SIZE | words.charAt(j);
            }
            addToWords(hash(OF_LETTERS, letters));
        }
        words.setLength(0);
    }

    private void endCharacters() {
        int[] run = characters.codePoints().toArray();
        for (int i = 0; i < run.length && (i == 0 || i + 1 < run.length); i++) {
            long pair = (long) run[i] << Integer.SIZE | (i + 1 < run.length ? run[i + 1] : 0);
            if (characterCount == ofCharacters.length) {
                ofCharacters = Arrays.copyOf(ofCharacters, 2 * characterCount);
            }
            ofCharacters[characterCount++] = hash(OF_CHARACTERS, pair);
        }
        characters.setLength(0);
    }

    private void addToWords(long hash) {
        if (wordCount == ofWords.length) {
            ofWords = Arrays.copyOf(ofWords, 2 * wordCount);
        }
        ofWords[wordCount++] = hash;
    }

    private static long hash(long kind, long value) {
        return Hashing.komihash5_0().hashLongLongToLong(kind, value);
    }

    /** Tells whether there are enough different ones to tell texts apart; a pair of characters says as much as two of letters. */
    boolean areEnough() {
        return distinct(ofWords, wordCount) + 2 * distinct(ofCharacters, characterCount) >= FEWEST;
    }

    private static long distinct(long[] hashes, int count) {
        return LongStream.of(hashes).limit(count).distinct().limit(FEWEST).count();
    }

    /** Returns the hashes; one that comes often may be named often. */
    long[] hashes() {
        long[] hashes = Arrays.copyOf(ofWords, wordCount + characterCount);
        System.arraycopy(ofCharacters, 0, hashes, wordCount, characterCount);
        return hashes;
    }

    /** Returns a hash of the whole text in its order. */
    long digest() {
        return all.getAsLong();
    }
}
