package io.groundswell.suite.demo.expectation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Reads import files (creators, employees) as rows of text, and says what an import of them reports. */
final class ImportFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ImportFile() {}

    /** The rows in order; empty for a line that is no row at all. Empty cells and nulls are left out of a row. */
    static List<Optional<Map<String, String>>> read(Path file) throws IOException {
        List<Optional<Map<String, String>>> rows = new ArrayList<>();
        if (file.toString().endsWith(".csv")) {
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
                for (NamedCsvRecord row : csv) {
                    rows.add(Optional.of(filled(row.getFieldsAsMap())));
                }
            }
            return rows;
        }
        for (String line : Files.readAllLines(file)) {
            rows.add(object(line));
        }
        return rows;
    }

    /**
     * Counts what the import of {@code rows} reports, when nothing was imported before.
     *
     * @param key the row's identity, empty when the row has to be rejected
     */
    static void countOutcomes(String file, List<Optional<Map<String, String>>> rows,
            Function<Map<String, String>, Optional<String>> key, Map<String, Map<String, String>> known,
            Figures figures) {
        for (Optional<Map<String, String>> row : rows) {
            Optional<String> identity = row.flatMap(key);
            String outcome = "REJECTED";
            if (identity.isPresent() && row.isPresent()) {
                Map<String, String> before = known.put(identity.get(), row.get());
                outcome = before == null ? "CREATED" : before.equals(row.get()) ? "UNCHANGED" : "UPDATED";
            }
            figures.count(FigureName.outcome(file, outcome));
        }
    }

    /** A creator row's network and user id, or handle where there is no id; empty when the row is not acceptable. */
    static Optional<String> creatorKey(Map<String, String> row) {
        String network = row.getOrDefault("network", "");
        String handle = row.get("handle");
        boolean countsAreNumbers = List.of("followers", "following", "posts").stream().map(row::get)
                .allMatch(ImportFile::isCountOrMissing);
        if (!PostFile.NETWORKS.contains(network) || handle == null || !countsAreNumbers) {
            return Optional.empty();
        }
        return Optional.of(network + " " + row.getOrDefault("userId", handle.toLowerCase(Locale.ROOT)));
    }

    /** An employee row's work e-mail; empty when it is not an address. */
    static Optional<String> employeeKey(Map<String, String> row) {
        return Optional.ofNullable(row.get("workEmail")).filter(email -> email.contains("@"));
    }

    private static boolean isCountOrMissing(@Nullable String value) {
        return value == null || value.matches("\\d+");
    }

    private static Optional<Map<String, String>> object(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            Map<String, String> row = new LinkedHashMap<>();
            json.properties().stream().filter(field -> !field.getValue().isNull())
                    .forEach(field -> row.put(field.getKey(), field.getValue().asText()));
            return Optional.of(row);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static Map<String, String> filled(Map<String, String> cells) {
        Map<String, String> row = new HashMap<>(cells);
        row.values().removeIf(String::isEmpty);
        return row;
    }
}
