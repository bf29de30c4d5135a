package io.groundswell.advocacy.sharing;

import java.util.IllformedLocaleException;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** One wording of a pack's message. */
public record Variant(
        @Schema(description = "Where it is meant for; absent: anywhere") @Nullable Network network,
        @Schema(description = "Language of the text, BCP 47", examples = "en") @Nullable String language,
        @Schema(description = "1 to 3000 characters; disclosure and short link are added to it", examples = "Our spring roast is here, and I was there when it was tasted.") String text) {

    public Variant {
        text = Texts.required("text", text, 3000);
        if (language != null) {
            language = tag(language);
        }
    }

    private static String tag(String language) {
        try {
            String tag = new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
            if (language.length() <= 35 && !language.isEmpty()) {
                return tag;
            }
        } catch (IllformedLocaleException e) {
            // Refused below, like one that is too long.
        }
        throw new InvalidValue("language", "invalid-language", "Must be a BCP 47 language tag, such as en or pt-BR.");
    }

    boolean suits(Network where) {
        return network == null || network == where;
    }

    /**
     * Returns what the employee posts. The disclosure ends the first line, because readers must meet it before they follow
     * the link, and many see no more than that line; it is not repeated when the wording already has it.
     */
    String textWith(String disclosure, String shortUrl) {
        return disclosed(disclosure) + (text.indexOf('\n') < 0 ? " " : "\n") + shortUrl;
    }

    private String disclosed(String disclosure) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end).stripTrailing();
        if (first.toLowerCase(Locale.ROOT).contains(disclosure.toLowerCase(Locale.ROOT))) {
            return text;
        }
        return first + " " + disclosure + (end < 0 ? "" : text.substring(end));
    }
}
