package io.groundswell.campaign.rights.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a request says. Networks take the same comment again and again for spam, so there are several templates for each language; a
 * request's id decides with which one to begin, and one that would repeat the text before is passed over.
 */
final class RequestText {
    private static final Map<String, List<String>> BUILT_IN = read();

    private final List<String> templates;

    private RequestText(List<String> templates) {
        this.templates = templates;
    }

    /** Returns the texts of a language: the workspace's own, or the built-in ones. */
    static RequestText in(RequestLocale locale, Map<String, List<String>> own) {
        return new RequestText(Objects.requireNonNull(own.getOrDefault(locale.tag(), BUILT_IN.get(locale.tag()))));
    }

    static boolean isTemplate(String template) {
        return template.contains("{handle}") && template.contains("{hashtag}") && template.contains("{mention}")
                && template.indexOf('\0') < 0;
    }

    /**
     * Returns the text for a request.
     *
     * @param before what was sent last on the network; null when nothing was
     */
    String choose(UUID request, String handle, String hashtag, String mention, @Nullable String before) {
        int first = Math.floorMod(request.hashCode(), templates.size());
        String chosen = rendered(first, handle, hashtag, mention);
        for (int i = 1; i < templates.size() && chosen.equals(before); i++) {
            chosen = rendered((first + i) % templates.size(), handle, hashtag, mention);
        }
        return chosen;
    }

    /** One pass, so that what a value holds is never taken for a placeholder. */
    private String rendered(int index, String handle, String hashtag, String mention) {
        StringBuilder text = new StringBuilder();
        for (String part : templates.get(index).split("(?=\\{)|(?<=\\})", -1)) {
            text.append(switch (part) {
                case "{handle}" -> handle;
                case "{hashtag}" -> hashtag;
                case "{mention}" -> mention;
                default -> part;
            });
        }
        return text.toString();
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = RequestText.class.getResourceAsStream("/rights/request-texts.json")) {
            return new ObjectMapper().readValue(in, new TypeReference<Map<String, List<String>>>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
