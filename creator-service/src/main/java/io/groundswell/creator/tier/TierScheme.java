package io.groundswell.creator.tier;

import java.util.List;

/**
 * A way to divide creators by the size of their audience.
 *
 * @param id stable name, such as {@code standard-2021}
 * @param bands smallest first; the last has no upper end
 */
public record TierScheme(String id, List<TierBand> bands) {

    public TierScheme {
        bands = List.copyOf(bands);
        if (bands.isEmpty() || bands.getLast().upTo() != null) {
            throw new IllegalArgumentException("The last band of tier scheme " + id + " must have no upper end");
        }
        for (int i = 1; i < bands.size() - 1; i++) {
            if (upperEnd(bands.get(i)) <= upperEnd(bands.get(i - 1))) {
                throw new IllegalArgumentException("The bands of tier scheme " + id + " must grow");
            }
        }
    }

    /** Returns the tier of a count that may be off, up or down, by less than the precision (1: exact). */
    public TierAssessment assess(long followers, long precision) {
        Tier tier = tierOf(followers);
        long doubt = precision - 1;
        boolean certain = tierOf(Math.max(0, followers - doubt)) == tier && tierOf(followers + doubt) == tier;
        return new TierAssessment(tier, id, certain);
    }

    private Tier tierOf(long followers) {
        return bands.stream().filter(band -> band.holds(followers)).findFirst().orElse(bands.getLast()).tier();
    }

    private static long upperEnd(TierBand band) {
        Long end = band.upTo();
        return end == null ? Long.MAX_VALUE : end;
    }
}
