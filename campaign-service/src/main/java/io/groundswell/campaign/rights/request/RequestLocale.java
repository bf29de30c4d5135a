package io.groundswell.campaign.rights.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.ULocale;

/** A language that authors are spoken to in. An open list. */
public enum RequestLocale {
    EN("en", "English"), DE("de", "Deutsch"), ES("es", "Español"), FR("fr", "Français"), JA("ja", "日本語"), ZH_HANS("zh-Hans",
            "简体中文"),
    ZH_HANT("zh-Hant", "繁體中文");

    private static final int LONGEST_PREFERENCE = 500;
    private static final LocaleMatcher MATCHER = LocaleMatcher.builder()
            .setSupportedULocales(Arrays.stream(values()).map(locale -> ULocale.forLanguageTag(locale.tag)).toList())
            .setNoDefaultLocale().build();

    private final String tag;
    private final String ownName;

    RequestLocale(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** Returns the language tag of BCP 47. */
    @JsonValue
    public String tag() {
        return tag;
    }

    /** Returns what the language calls itself. */
    public String ownName() {
        return ownName;
    }

    /** Returns the locale for dates and names of countries. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Returns the language with that tag. */
    @JsonCreator
    public static RequestLocale ofTag(String tag) {
        return Arrays.stream(values()).filter(locale -> locale.tag.equals(tag)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Must be one of "
                        + Arrays.stream(values()).map(RequestLocale::tag).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * Returns the language that somebody reads best.
     *
     * @param preferences language tags, with or without weights, as in {@code Accept-Language}; what cannot be read or matched, and
     *            null, is English
     */
    public static RequestLocale bestFor(@Nullable String preferences) {
        if (preferences == null || preferences.isBlank() || preferences.length() > LONGEST_PREFERENCE) {
            return EN;
        }
        try {
            ULocale best = MATCHER.getBestMatch(preferences);
            return best == null ? EN : ofTag(best.toLanguageTag());
        } catch (IllegalArgumentException e) {
            return EN;
        }
    }
}
