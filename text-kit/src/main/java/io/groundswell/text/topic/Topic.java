package io.groundswell.text.topic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Something that people make content about.
 *
 * @param id stable, in kebab-case
 * @param parent the topic that this one is part of; null for one of the first level
 * @param names by language
 * @param keywords by language; {@code zxx} are pictographs
 * @param except phrases in which a keyword means something else
 */
public record Topic(String id, @Nullable String parent, Map<String, String> names, Map<String, List<String>> keywords,
        List<String> except) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Topic {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A topic's id is in kebab-case, not '%s'".formatted(id));
        }
        names = ordered(Objects.requireNonNull(names, () -> "Topic " + id + " has no names"));
        keywords = ordered(Objects.requireNonNull(keywords, () -> "Topic " + id + " has no keywords"));
        except = List.copyOf(Objects.requireNonNullElse(except, List.of()));
        for (String language : Taxonomy.LANGUAGES) {
            if (!names.containsKey(language)) {
                throw new IllegalArgumentException("Topic %s has no name in %s".formatted(id, language));
            }
            if (Objects.requireNonNullElse(keywords.get(language), List.of()).isEmpty()) {
                throw new IllegalArgumentException("Topic %s has no keyword in %s".formatted(id, language));
            }
        }
    }

    private static <V> Map<String, V> ordered(Map<String, V> byLanguage) {
        SequencedMap<String, V> copy = new LinkedHashMap<>(byLanguage);
        return java.util.Collections.unmodifiableMap(copy);
    }
}
