package io.groundswell.text.topic;

/**
 * How much one piece of evidence says: the share of the remaining doubt that it takes away. Evidence adds up as independent
 * observations do, {@code 1 - (1 - w1)(1 - w2)…}, known as noisy-or (Pearl, Probabilistic Reasoning in Intelligent Systems,
 * 1988, §4.3).
 *
 * @param bio of a keyword in a bio, above 0 and below 1
 * @param hashtag of a keyword in the hashtags of one post, above 0 and below 1
 */
public record EvidenceWeights(double bio, double hashtag) {

    public EvidenceWeights {
        requireShare(bio);
        requireShare(hashtag);
    }

    private static void requireShare(double weight) {
        if (!(weight > 0 && weight < 1)) {
            throw new IllegalArgumentException("A weight is above 0 and below 1, not " + weight);
        }
    }
}
