package io.groundswell.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.junit.jupiter.api.Test;

import io.groundswell.kit.testing.ContractFile;

import com.fasterxml.jackson.databind.JsonNode;

class MergedContractTest {
    private static final JsonNode OWN = ContractFile
            .parse("""
                    openapi: 3.1.0
                    tags: [{name: Views}]
                    paths:
                      /v1/views/{id}: {get: {tags: [Views], responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/View'}}}}}}}
                    components:
                      schemas:
                        View: {type: object, properties: {thing: {$ref: '#/components/schemas/Part', x-data-of: /v1/things}}}
                        Part: {type: object}
                        Kind: {type: string, enum: [A]}
                        Same: {type: string}
                    """);
    private static final JsonNode SERVICE = ContractFile
            .parse("""
                    openapi: 3.1.0
                    tags: [{name: Things}, {name: Inner}]
                    paths:
                      /v1/things: {get: {tags: [Things], responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}}}
                      /v1/inner: {get: {tags: [Inner], responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Secret'}}}}}}}
                    components:
                      schemas:
                        Thing: {type: object, properties: {kind: {$ref: '#/components/schemas/Kind'}, same: {$ref: '#/components/schemas/Same'}}}
                        Kind: {type: string, enum: [B]}
                        Same: {type: string}
                        Secret: {type: string}
                    """);

    @Test
    void publicOperationsCarryWhatTheyReferTo() {
        // Given
        var contract = new MergedContract(OWN);

        // When
        JsonNode merged = contract.add("Thing", SERVICE, path -> !path.contains("inner")).toJson();

        // Then
        assertEquals(Set.of("/v1/views/{id}", "/v1/things"), names(merged.path("paths")));
        assertEquals(Set.of("View", "Part", "Kind", "Same", "Thing", "ThingKind"),
                names(merged.path("components").path("schemas")));
        assertEquals("[{\"name\":\"Things\"},{\"name\":\"Views\"}]", merged.path("tags").toString());
    }

    @Test
    void anotherMeaningOfANameGetsTheServicesName() {
        // Given
        var contract = new MergedContract(OWN);

        // When
        JsonNode merged = contract.add("Thing", SERVICE, _ -> true).toJson();

        // Then
        JsonNode properties = merged.at("/components/schemas/Thing/properties");
        assertEquals("#/components/schemas/ThingKind", properties.at("/kind/$ref").asText());
        assertEquals("#/components/schemas/Same", properties.at("/same/$ref").asText());
        assertEquals("B", merged.at("/components/schemas/ThingKind/enum/0").asText());
    }

    @Test
    void aViewsPartHasTheDataOfItsOperation() {
        // Given
        var contract = new MergedContract(OWN);

        // When
        JsonNode merged = contract.add("Thing", SERVICE, _ -> true).toJson();

        // Then
        JsonNode part = merged.at("/components/schemas/View/properties/thing");
        assertEquals("#/components/schemas/Thing", part.at("/properties/data/$ref").asText());
        assertEquals(Set.of("$ref", "properties"), names(part));
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new java.util.TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
