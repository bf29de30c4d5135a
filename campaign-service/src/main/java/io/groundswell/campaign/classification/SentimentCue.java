package io.groundswell.campaign.classification;

/**
 * What a word does to how a text sounds.
 *
 * @param term as it is listed
 * @param weight what it weighs; 0 for those that only turn or part
 * @param turnedFromBehind whether a negation behind it turns it too
 */
record SentimentCue(String term, Role role, double weight, boolean turnedFromBehind) {

    enum Role {
        VALENCE, DEGREE, NEGATION, NEGATION_BEHIND, NEGATION_BOTH_WAYS, CONTRAST
    }

    SentimentCue(String term, Role role, double weight) {
        this(term, role, weight, false);
    }

    boolean isValence() {
        return role == Role.VALENCE;
    }

    boolean negatesWhatFollows() {
        return role == Role.NEGATION || role == Role.NEGATION_BOTH_WAYS;
    }

    boolean negatesWhatPrecedes() {
        return role == Role.NEGATION_BEHIND || role == Role.NEGATION_BOTH_WAYS;
    }
}
