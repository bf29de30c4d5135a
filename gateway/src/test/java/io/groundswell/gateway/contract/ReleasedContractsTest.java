package io.groundswell.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

import io.groundswell.kit.testing.ContractFile;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was released keeps working. The contracts of the last release are {@code docs/api/released}; a build with
 * {@code -Dcontract.release=true} puts the present ones there.
 */
class ReleasedContractsTest {
    private static final Path RELEASED = Path.of("..", "docs", "api", "released");
    /** Lists of values in answers are open: clients must expect new ones, and the contract says so. */
    private static final OpenApiDiffOptions OPEN_LISTS = OpenApiDiffOptions.builder()
            .configProperty("incompatible.response.enum.increased", "false").build();
    private static final String THINGS = """
            openapi: 3.1.0
            info: {title: Things, version: 1.0.0}
            paths:
              /v1/things:
                get:
                  operationId: listThings
                  parameters:
                    - {name: limit, in: query, schema: {type: integer}}
                  responses:
                    '200': {description: Things, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                post:
                  operationId: createThing
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Draft'}}}}
                  responses:
                    '201': {description: Thing}
            components:
              schemas:
                Thing: {type: object, properties: {name: {type: string}, size: {type: integer}}}
                Draft: {type: object, properties: {name: {type: string}, kind: {type: string, enum: [A, B]}}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"campaign-service", "creator-service", "advocacy-service", "gateway"})
    void nothingBreaksTheLastRelease(String module) throws Exception {
        // Given
        Path present = Path.of("..", module, "openapi.yaml");
        Path released = RELEASED.resolve(module + ".yaml");
        if (Boolean.getBoolean("contract.release")) {
            Files.createDirectories(RELEASED);
            Files.copy(present, released, StandardCopyOption.REPLACE_EXISTING);
        }
        Assumptions.assumeTrue(Files.exists(released), () -> module + " has not been released yet");

        // When
        String breaking = breakingChanges(Files.readString(released), Files.readString(present));

        // Then
        assertEquals("", breaking, module + " breaks clients of the last release");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/v1/things: | /v1/items:",
            "operationId: createThing | parameters: [{name: If-Match, in: header, required: true, schema: {type: string}}]",
            ", size: {type: integer}} | }",
            "size: {type: integer} | size: {type: string}",
            "size: {type: integer} | size: {type: [string, 'null']}",
            "Draft: {type: object, | Draft: {type: object, required: [name],",
            "'enum: [A, B]' | 'enum: [A]'"})
    void aBreakingChangeIsFound(String before, String after) {
        // Given
        String changed = THINGS.replace(before, after);
        assertNotEquals(THINGS, changed);

        // When
        String breaking = breakingChanges(THINGS, changed);

        // Then
        assertNotEquals("", breaking);
    }

    @Test
    void anAdditionIsNoBreak() {
        // Given
        String changed = THINGS.replace("size: {type: integer}", "size: {type: integer}, colour: {type: string}")
                .replace("schema: {type: integer}}",
                        "schema: {type: integer}}\n        - {name: cursor, in: query, schema: {type: string}}");

        // When
        String breaking = breakingChanges(THINGS, changed);

        // Then
        assertEquals("", breaking);
    }

    private static String breakingChanges(String before, String after) {
        ChangedOpenApi changes = OpenApiCompare.fromContents(OpenApi30.of(before), OpenApi30.of(after), null, OPEN_LISTS);
        var text = new ByteArrayOutputStream();
        if (!changes.isCompatible()) {
            new MarkdownRender().render(changes, new OutputStreamWriter(text, StandardCharsets.UTF_8));
        }
        return text.toString(StandardCharsets.UTF_8) + String.join("\n", removedMembers(before, after));
    }

    /**
     * Returns the members of schemas that are gone. The comparison takes what is not required for expendable; here answers are
     * not to lose anything, and a request with a member that is not known is refused.
     */
    private static List<String> removedMembers(String before, String after) {
        JsonNode present = ContractFile.parse(after).path("components").path("schemas");
        List<String> removed = new ArrayList<>();
        for (Map.Entry<String, JsonNode> schema : ContractFile.parse(before).path("components").path("schemas").properties()) {
            JsonNode properties = present.path(schema.getKey()).path("properties");
            schema.getValue().path("properties").fieldNames().forEachRemaining(member -> {
                if (!properties.has(member)) {
                    removed.add(schema.getKey() + "." + member + " is gone");
                }
            });
        }
        return removed;
    }
}
