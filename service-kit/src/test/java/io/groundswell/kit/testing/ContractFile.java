package io.groundswell.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Reads, writes and compares committed contracts. */
public final class ContractFile {
    /** A build with {@code -Dcontract.update=true} writes contracts instead of comparing them. */
    public static final String UPDATE = "contract.update";

    private static final int SHOWN_DIFFERENCES = 20;
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .stringQuotingChecker(new QuoteTimestamps())
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());
    private static final List<String> TOP = List.of("openapi", "info", "servers", "tags", "paths", "components");

    private ContractFile() {}

    /** Reads a document in YAML. */
    public static JsonNode parse(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not YAML: " + e.getOriginalMessage(), e);
        }
    }

    /** Reads a file; missing when there is none. */
    public static JsonNode read(Path file) {
        try {
            return Files.exists(file) ? parse(Files.readString(file)) : MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares the committed file with what it should be, or writes it when the build runs with {@link #UPDATE}.
     *
     * @return what differs, by place; empty when nothing does
     */
    public static List<String> compareOrUpdate(Path file, JsonNode actual) {
        if (Boolean.getBoolean(UPDATE)) {
            write(file, actual);
            return List.of();
        }
        return differences(read(file), actual);
    }

    /** Writes a document, its best known parts first. */
    public static void write(Path file, JsonNode document) {
        ObjectNode ordered = YAML.createObjectNode();
        TOP.stream().filter(document::has).forEach(name -> ordered.set(name, document.get(name)));
        document.properties().forEach(member -> ordered.set(member.getKey(), member.getValue()));
        try {
            Files.writeString(file, YAML.writeValueAsString(ordered));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the places where two documents differ, the order of members left aside. */
    public static List<String> differences(JsonNode committed, JsonNode actual) {
        List<String> found = new ArrayList<>();
        collect("", committed, actual, found);
        return found.size() <= SHOWN_DIFFERENCES ? found : found.subList(0, SHOWN_DIFFERENCES);
    }

    private static void collect(String place, @Nullable JsonNode committed, @Nullable JsonNode actual, List<String> found) {
        if (committed == null || committed.isMissingNode()) {
            found.add(place + " is not in the committed file");
        } else if (actual == null || actual.isMissingNode()) {
            found.add(place + " is in the committed file only");
        } else if (committed.isObject() && actual.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            committed.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> collect(place + "/" + name, committed.get(name), actual.get(name), found));
        } else if (committed.isArray() && actual.isArray() && committed.size() == actual.size()) {
            for (int i = 0; i < actual.size(); i++) {
                collect(place + "/" + i, committed.get(i), actual.get(i), found);
            }
        } else if (!committed.equals(actual)) {
            found.add(place + " is " + committed + " in the committed file, but " + actual);
        }
    }

    /** Returns every operation of a document by its place, {@code GET /v1/things}. */
    public static Map<String, JsonNode> operations(JsonNode document) {
        Map<String, JsonNode> operations = new java.util.LinkedHashMap<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHOD.matcher(method.getKey()).matches())
                .forEach(method -> operations.put(
                        method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(), method.getValue())));
        return operations;
    }

    /** Follows a reference within the document; returns the node itself when it is none. */
    public static JsonNode resolve(JsonNode document, JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : node;
    }

    private static final Pattern METHOD = Pattern.compile("get|put|post|delete|options|head|patch|trace");

    /** YAML 1.1 readers take a bare timestamp for a date. */
    private static final class QuoteTimestamps extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;
        private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || DATE.matcher(value).matches();
        }
    }
}
