package io.groundswell.campaign.text;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stock symbols as X reads them: a dollar sign, up to six letters and, after a dot or an underscore, up to two more. */
public final class Cashtags {
    private static final Pattern CASHTAG = Pattern
            .compile("(?<![\\p{L}\\p{N}_$])\\$([A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?)(?![\\p{L}\\p{N}_$])");

    private Cashtags() {}

    /** Returns the symbols of a text in upper case, without the sign. */
    public static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = CASHTAG.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1).toUpperCase(Locale.ROOT));
        }
        return found;
    }
}
