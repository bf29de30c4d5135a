package io.groundswell.campaign.campaign;

import java.util.List;
import java.util.regex.Pattern;

import io.groundswell.kit.problem.InvalidValue;

/** Checks what a brand asks to listen for. */
final class Terms {
    private static final int MAX_TERMS = 100;
    private static final int MAX_LENGTH = 140;
    private static final Pattern HASHTAG = Pattern.compile("[#＃][^\\s#＃@]+");
    private static final Pattern MENTION = Pattern.compile("[@＠][\\p{L}\\p{N}_][\\p{L}\\p{N}_.@-]*");

    private Terms() {}

    static List<String> hashtags(List<String> terms) {
        return checked("hashtags", terms, HASHTAG, "must start with # and hold no space, such as #SpringRoast");
    }

    static List<String> mentions(List<String> terms) {
        return checked("mentions", terms, MENTION, "must be a handle with its @, such as @harbourcoffee");
    }

    private static List<String> checked(String field, List<String> terms, Pattern form, String rule) {
        if (terms.size() > MAX_TERMS) {
            throw new InvalidValue(field, "too-many", "A campaign listens for %d %s at most.".formatted(MAX_TERMS, field));
        }
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i);
            if (term.length() > MAX_LENGTH || !form.matcher(term).matches() || term.indexOf('\0') >= 0) {
                throw new InvalidValue(field + "." + i, "invalid-term", "A term of %s %s.".formatted(field, rule));
            }
        }
        return List.copyOf(terms);
    }
}
