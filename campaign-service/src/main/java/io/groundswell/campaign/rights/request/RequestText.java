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

    /** What a template is filled with. */
    record Values(String handle, String hashtag, String mention) {}

    /** What was sent last on the network. */
    record Before(String text, Values values) {}

    /**
     * Returns the text for a request.
     *
     * @param before null when nothing was sent on the network yet
     */
    String choose(UUID request, Values values, @Nullable Before before) {
        int first = Math.floorMod(request.hashCode(), templates.size());
        int chosen = first;
        for (int i = 1; i < templates.size() && before != null && repeats(chosen, values, before); i++) {
            chosen = (first + i) % templates.size();
        }
        return rendered(chosen, values);
    }

    /** A template that the text before was made of is a repetition, too, even if another name stands in it. */
    private boolean repeats(int index, Values values, Before before) {
        return rendered(index, values).equals(before.text()) || rendered(index, before.values()).equals(before.text());
    }

    /** One pass, so that what a value holds is never taken for a placeholder. */
    private String rendered(int index, Values values) {
        StringBuilder text = new StringBuilder();
        for (String part : templates.get(index).split("(?=\\{)|(?<=\\})", -1)) {
            text.append(switch (part) {
                case "{handle}" -> values.handle();
                case "{hashtag}" -> values.hashtag();
                case "{mention}" -> values.mention();
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
