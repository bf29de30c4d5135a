package io.groundswell.kit.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Examples of bodies, taken from files that are named after the operation. */
final class Examples {
    private static final String NDJSON = "application/x-ndjson";
    private static final String FOLDER = "contract/examples/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Adds the operation's examples where no annotation gave one. */
    void addTo(Operation operation) {
        String name = operation.getOperationId();
        if (name == null) {
            return;
        }
        if (operation.getRequestBody() != null) {
            addTo(operation.getRequestBody().getContent(), name + ".request");
        }
        for (Map.Entry<String, APIResponse> answer : operation.getResponses().getAPIResponses().entrySet()) {
            if (answer.getKey().startsWith("2")) {
                addTo(answer.getValue().getContent(), name);
            }
        }
    }

    private static void addTo(@Nullable Content content, String name) {
        if (content == null || content.getMediaTypes() == null) {
            return;
        }
        content.getMediaTypes().forEach((type, body) -> {
            if (body.getExample() == null && (body.getExamples() == null || body.getExamples().isEmpty())) {
                addTo(body, type, name);
            } else if (type.equals(NDJSON) && isText(body)) {
                keepAsText(body);
            }
        });
    }

    private static void addTo(MediaType body, String type, String name) {
        String text = read(FOLDER + name + ending(type));
        if (text != null) {
            body.setExample(type.endsWith("json") && !type.endsWith("ndjson") ? parse(text, name) : text);
        }
    }

    private static boolean isText(MediaType body) {
        return body.getSchema() != null && body.getSchema().getType() != null
                && body.getSchema().getType().contains(Schema.SchemaType.STRING);
    }

    /** The reader of annotations takes a line of NDJSON for a JSON document, which a body of text is not. */
    private static void keepAsText(MediaType body) {
        if (body.getExamples() != null) {
            body.getExamples().values().stream().filter(example -> !(example.getValue() instanceof String))
                    .forEach(example -> example.setValue(line(example.getValue())));
        }
    }

    private static String line(Object value) {
        try {
            return JSON.writeValueAsString(value instanceof JsonNode node ? node : JSON.valueToTree(value)) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ending(String type) {
        return switch (type) {
            case NDJSON -> ".ndjson";
            case "text/csv" -> ".csv";
            case "application/yaml" -> ".yaml";
            case "application/rss+xml", "application/atom+xml" -> ".xml";
            default -> ".json";
        };
    }

    private static @Nullable String read(String file) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object parse(String text, String name) {
        try {
            return JSON.readValue(text, new TypeReference<Object>() {
            });
        } catch (IOException e) {
            throw new IllegalStateException("The example of " + name + " is not JSON", e);
        }
    }
}
