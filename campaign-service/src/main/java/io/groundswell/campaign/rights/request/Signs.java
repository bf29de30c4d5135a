package io.groundswell.campaign.rights.request;

import io.groundswell.campaign.text.FoldedTerm;
import io.groundswell.campaign.text.TextTerms;
import io.groundswell.kit.problem.InvalidValue;

/** Checks the signs that a reply must have: a sign that the reader of texts would not find could never be given. */
final class Signs {
    private static final int LONGEST = 100;

    private Signs() {}

    static String hashtag(String field, String text) {
        String sign = text.strip();
        if (sign.length() > LONGEST || !TextTerms.in(sign).hashtags().contains(FoldedTerm.of(sign))) {
            throw new InvalidValue(field, "invalid-term", "Must start with # and hold no space, such as #yesHarbour.");
        }
        return sign;
    }

    static String mention(String field, String text) {
        String sign = text.strip();
        if (sign.length() > LONGEST || !TextTerms.in(sign).mentions().contains(FoldedTerm.of(sign))) {
            throw new InvalidValue(field, "invalid-term", "Must be a handle with its @, such as @harbourcoffee.");
        }
        return sign;
    }
}
