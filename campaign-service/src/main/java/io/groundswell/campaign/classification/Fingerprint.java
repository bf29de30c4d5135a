package io.groundswell.campaign.classification;

import java.util.Optional;

import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import com.dynatrace.hash4j.similarity.SuperMinHashVersion;

/**
 * What a text is recognised by when it comes again with small changes. Similarity is the Jaccard index J of two texts'
 * {@link Shingles}: what they share of what they have together. It is estimated from minima of hashes (Broder 1997, in the
 * variant SuperMinHash, Ertl 2017): two texts have the same minimum with the probability J.
 *
 * <p>Two of 64 bits of each of the {@value #MINIMA} minima are kept, so the estimate has a standard error of about 0.05 near
 * J = 0.85. Texts are looked up by {@value #BANDS} bands of {@value #ROWS} minima each; a pair has a band in common with the
 * probability 1 - (1 - J^4)^6: 0.998 at J = 0.9, 0.96 at 0.8, 0.81 at 0.7, 0.32 at 0.5, 0.01 at 0.2.
 *
 * <p>Equal texts have equal fingerprints on every machine and in every release of this {@link #MODEL}.
 */
public final class Fingerprint {
    /** Name and version of how fingerprints are made; those of different models cannot be compared. */
    public static final String MODEL = "superminhash.1";
    /** From this similarity on texts count as near-duplicates. */
    public static final double SIMILAR = 0.6;
    /** How many numbers {@link #bands()} has. */
    public static final int BANDS = 6;
    /** How many numbers {@link #bits()} has. */
    public static final int LONGS = 3;

    private static final int ROWS = 4;
    private static final int MINIMA = 64;
    private static final int BITS_OF_MINIMUM = 64;
    private static final int BITS_KEPT = 2;
    /** Minima that differ have the same two bits once in four. */
    private static final double EQUAL_BY_CHANCE = 1.0 / (1 << BITS_KEPT);
    private static final long LOWER_BITS = 0x5555_5555_5555_5555L;
    /** An estimate that all are equal, of texts that are not. */
    private static final double NOT_THE_SAME = 0.99;
    private static final SimilarityHashPolicy POLICY = SimilarityHashing.superMinHash(MINIMA, BITS_OF_MINIMUM,
            SuperMinHashVersion.V1);

    private final long digest;
    private final long first;
    private final long second;
    private final long[] bands;

    private Fingerprint(long digest, long first, long second, long[] bands) {
        this.digest = digest;
        this.first = first;
        this.second = second;
        this.bands = bands;
    }

    /**
     * Returns the fingerprint of a text; empty when the text is too short to be told from others by it. Hashtags, mentions,
     * links, punctuation and case make no difference, pictographs do.
     */
    public static Optional<Fingerprint> of(String text) {
        Shingles shingles = Shingles.of(text);
        return shingles.areEnough() ? Optional.of(of(shingles)) : Optional.empty();
    }

    private static Fingerprint of(Shingles shingles) {
        byte[] signature = POLICY.createHasher().compute(ElementHashProvider.ofValues(shingles.hashes()));
        long[] kept = new long[MINIMA * BITS_KEPT / Long.SIZE];
        for (int i = 0; i < MINIMA; i++) {
            int bit = i * BITS_KEPT;
            kept[bit / Long.SIZE] |= (POLICY.getComponent(signature, i) & 3) << (bit % Long.SIZE);
        }
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = band;
            for (int row = 0; row < ROWS; row++) {
                hash = Hashing.komihash5_0().hashLongLongToLong(hash, POLICY.getComponent(signature, band * ROWS + row));
            }
            bands[band] = hash;
        }
        return new Fingerprint(shingles.digest(), kept[0], kept[1], bands);
    }

    /** Returns the estimated similarity: 1 for the same words in the same order, otherwise from 0 to 0.99. */
    public double similarity(Fingerprint other) {
        return digest == other.digest ? 1 : estimate(first, second, other.first, other.second);
    }

    /**
     * Returns the estimated similarity of two texts by what is stored of them.
     *
     * @param bits of one, as {@link #bits()} gives them
     * @param other of the other
     */
    public static double similarity(long[] bits, long[] other) {
        if (bits.length != LONGS || other.length != LONGS) {
            throw new IllegalArgumentException("A fingerprint is kept as " + LONGS + " numbers");
        }
        return bits[0] == other[0] ? 1 : estimate(bits[1], bits[2], other[1], other[2]);
    }

    private static double estimate(long first, long second, long otherFirst, long otherSecond) {
        double equal = (double) (equalPairs(first, otherFirst) + equalPairs(second, otherSecond)) / MINIMA;
        return Math.clamp((equal - EQUAL_BY_CHANCE) / (1 - EQUAL_BY_CHANCE), 0, NOT_THE_SAME);
    }

    private static int equalPairs(long a, long b) {
        long differing = a ^ b;
        return Long.SIZE / BITS_KEPT - Long.bitCount((differing | (differing >>> 1)) & LOWER_BITS);
    }

    /** Returns the numbers by which similar texts are looked up: those that share one are worth comparing. */
    public long[] bands() {
        return bands.clone();
    }

    /** Returns what is stored to compare by: a digest of all words, and the bits kept of the minima. */
    public long[] bits() {
        return new long[]{digest, first, second};
    }
}
