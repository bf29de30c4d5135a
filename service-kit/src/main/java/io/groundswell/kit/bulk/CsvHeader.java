package io.groundswell.kit.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;

/**
 * The columns of a CSV body and the fields that they stand for.
 *
 * @param names as the header has them, without surrounding space
 */
record CsvHeader(List<String> names, CsvOptions options) {

    /**
     * Reads the names.
     *
     * @throws ProblemException 422 when a column is named twice, which includes a stray one
     */
    static CsvHeader of(List<String> record, CsvOptions options) {
        List<String> names = record.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw refused("duplicate-column", "The header names the column '%s' twice.".formatted(shown(name)));
            }
        }
        return new CsvHeader(names, options);
    }

    /** Returns what each column stands for; null for one that is left out. */
    List<@Nullable String> fields() {
        List<@Nullable String> fields = new ArrayList<>();
        for (String name : names) {
            fields.add(options.ignored().contains(name) ? null : options.fields().getOrDefault(name, name));
        }
        return fields;
    }

    /**
     * Checks the columns against what the operation knows.
     *
     * @throws ProblemException 422 when a column is not known, two stand for one field, or what the options name is not there
     */
    void requireKnown(Set<String> known) {
        Set<String> told = new LinkedHashSet<>(options.fields().keySet());
        told.addAll(options.ignored());
        names.forEach(told::remove);
        if (!told.isEmpty()) {
            throw refused("missing-column", "The header has no column '%s'; it has %s."
                    .formatted(shown(told.iterator().next()), shown(String.join(", ", names))));
        }
        Set<String> taken = new HashSet<>();
        List<@Nullable String> fields = fields();
        for (int i = 0; i < names.size(); i++) {
            String field = fields.get(i);
            if (field != null && !known.contains(field)) {
                throw refused("unknown-column", "The column '%s' stands for no known field; map or ignore it. Known are %s."
                        .formatted(shown(names.get(i)), String.join(", ", known.stream().sorted().toList())));
            }
            if (field != null && !taken.add(field)) {
                throw refused("duplicate-column", "Two columns stand for the field '%s'.".formatted(field));
            }
        }
    }

    boolean isKnown(Set<String> known) {
        return fields().stream().allMatch(field -> field == null || known.contains(field));
    }

    Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        List<@Nullable String> fields = fields();
        for (int i = 0; i < names.size(); i++) {
            String field = fields.get(i);
            if (field != null) {
                mapping.put(names.get(i), field);
            }
        }
        return mapping;
    }

    static ProblemException refused(String code, String detail) {
        return ProblemException.validation("", code, detail);
    }

    private static String shown(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
