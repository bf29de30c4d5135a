package io.groundswell.campaign.rights.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

import io.groundswell.campaign.rights.request.RequestLocale;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

/** What the page says in one language. */
record ClaimWords(RequestLocale locale, Map<String, String> words) {
    private static final Map<RequestLocale, ClaimWords> ALL = all();

    static ClaimWords in(RequestLocale locale) {
        return Objects.requireNonNull(ALL.get(locale));
    }

    /** Returns a word; every language has all of them, which a test proves. */
    String word(String key) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalArgumentException("No word in " + locale.tag() + " for " + key);
        }
        return word;
    }

    String country(String code) {
        return ULocale.getDisplayCountry("und_" + code, ULocale.forLanguageTag(locale.tag()));
    }

    /** Date and time in UTC, which the text says. */
    String time(Instant at) {
        DateFormat format = DateFormat.getDateTimeInstance(DateFormat.LONG, DateFormat.SHORT,
                ULocale.forLanguageTag(locale.tag()));
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(at)) + " UTC";
    }

    private static Map<RequestLocale, ClaimWords> all() {
        Map<RequestLocale, ClaimWords> all = new EnumMap<>(RequestLocale.class);
        for (RequestLocale locale : RequestLocale.values()) {
            all.put(locale, new ClaimWords(locale, read("/rights/claim-" + locale.tag() + ".properties")));
        }
        return all;
    }

    private static Map<String, String> read(String file) {
        var words = new Properties();
        try (InputStream in = ClaimWords.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(word -> (String) word.getKey(), word -> (String) word.getValue()));
    }
}
