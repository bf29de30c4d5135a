package io.groundswell.campaign.campaign;

import java.util.List;
import java.util.regex.Pattern;

import io.groundswell.kit.problem.InvalidValue;

/** Checks what a brand asks to listen for. */
final class Terms {
    private static final int MAX_TERMS = 100;
    private static final int MAX_LENGTH = 140;
    private static final Pattern HASHTAG = Pattern.compile("[#＃][^\\s#＃@]+");
    private static final Pattern KEYWORD = Pattern.compile("[^#＃@＠:/\\p{Cntrl}]*[\\p{L}\\p{N}][^#＃@＠:/\\p{Cntrl}]*");
    /** From here on are scripts in which one character can be a word. */
    private static final int FIRST_EAST_ASIAN = 0x2E80;
    private static final Pattern MENTION = Pattern.compile("[@＠][\\p{L}\\p{N}_][\\p{L}\\p{N}_.@-]*");

    private Terms() {}

    static List<String> hashtags(List<String> terms) {
        return checked("hashtags", terms, HASHTAG, "must start with # and hold no space, such as #SpringRoast");
    }

    static List<String> mentions(List<String> terms) {
        return checked("mentions", terms, MENTION, "must be a handle with its @, such as @harbourcoffee");
    }

    /** Each must be found by what is left of it when it is folded. */
    static List<String> keywords(List<String> keywords) {
        List<String> stripped = keywords.stream().map(String::strip).distinct().toList();
        checked("keywords", stripped, KEYWORD, "must be a word or a phrase without # and @, such as flat white");
        for (int i = 0; i < stripped.size(); i++) {
            String keyword = stripped.get(i);
            if (keyword.codePointCount(0, keyword.length()) < 2 && keyword.codePointAt(0) < FIRST_EAST_ASIAN) {
                throw new InvalidValue("keywords." + i, "too-short", "A single letter would be found everywhere.");
            }
        }
        return stripped;
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
