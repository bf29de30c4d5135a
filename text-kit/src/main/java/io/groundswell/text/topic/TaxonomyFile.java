package io.groundswell.text.topic;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The file as it is written. */
record TaxonomyFile(String id, int version, String date, EvidenceWeights weights, Affixes affixes, List<Entry> topics) {

    record Affixes(List<String> before, List<String> after) {}

    record Entry(String id, @Nullable String parent, java.util.Map<String, String> name,
            java.util.Map<String, List<String>> keywords, @Nullable List<String> except) {

        Topic topic() {
            return new Topic(id, parent, name, keywords, except == null ? List.of() : except);
        }
    }
}
