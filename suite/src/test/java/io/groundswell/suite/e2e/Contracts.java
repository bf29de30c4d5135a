package io.groundswell.suite.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The contract that the gateway offers, as committed. */
final class Contracts {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode paths;

    private Contracts(JsonNode paths) {
        this.paths = paths;
    }

    static Contracts read() {
        try {
            return new Contracts(
                    YAML.readTree(Files.readString(RunningSuiteForTests.checkout().resolve("gateway/openapi.yaml")))
                            .path("paths"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An operation with the body and the parameters that it cannot do without.
     *
     * @param path  with its placeholders
     * @param query from "?" on, with its placeholders; empty if nothing is required
     */
    record Operation(String method, String path, String query, String type, String body) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue().properties().forEach(
                operation -> operations.add(operation(operation.getKey(), path.getKey(), operation.getValue()))));
        return operations;
    }

    /** Returns the body that the contract shows for making one more of a collection. */
    String exampleFor(String collection) {
        String body = operation("post", collection, paths.path(collection).path("post")).body();
        if (body.isEmpty()) {
            throw new AssertionError("The contract shows no body for POST " + collection);
        }
        return body;
    }

    private static Operation operation(String method, String path, JsonNode operation) {
        var content = operation.path("requestBody").path("content").properties().stream().findFirst();
        String query = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query") && parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asText())
                .map(name -> name + "={" + name + "}")
                .collect(Collectors.joining("&"));
        return new Operation(method.toUpperCase(Locale.ROOT), path, query.isEmpty() ? "" : "?" + query,
                content.map(Map.Entry::getKey).orElse("application/json"),
                content.map(entry -> entry.getValue().path("example").toString()).orElse(""));
    }
}
