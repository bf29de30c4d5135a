package io.groundswell.creator.search.index;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A number for every creator that depends on who asks. It is worked out for all documents of a segment when it is first asked
 * for, and kept while it is used.
 */
public interface Scoring {
    /** Names the scoring: equal names give equal scores. */
    String name();

    /** Returns which values count, at most 64 of each dimension. */
    Map<Dimension, List<String>> values();

    /** Returns which words and phrases count, at most 64, when names, handles or texts have them. */
    List<String> phrases();

    /** Returns by which values a creator has no score. */
    Map<Dimension, Set<String>> without();

    /**
     * Returns the score, from 0 to {@link Integer#MAX_VALUE}.
     *
     * @param values by {@link Dimension#place}: bit n stands for the n-th value
     * @param phrases bit n stands for the n-th phrase
     * @param engagement in millionths; 0 also when it is not known
     */
    long score(long[] values, long phrases, long engagement);
}
