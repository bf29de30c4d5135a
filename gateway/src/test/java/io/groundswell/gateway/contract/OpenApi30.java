package io.groundswell.gateway.contract;

import io.groundswell.kit.testing.ContractFile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A contract in the words of OpenAPI 3.0, for the comparison of releases: its tool sees no types of 3.1, where a type is a set
 * of names.
 */
final class OpenApi30 {
    private OpenApi30() {}

    /** Returns the document with single types, {@code nullable} and no examples. */
    static String of(String yaml) {
        ObjectNode document = (ObjectNode) ContractFile.parse(yaml);
        document.put("openapi", "3.0.3");
        rewrite(document);
        return document.toString();
    }

    private static void rewrite(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("examples");
            object.remove("example");
            single(object);
            unwrap(object);
        }
        node.forEach(OpenApi30::rewrite);
    }

    private static void single(ObjectNode schema) {
        if (schema.get("type") instanceof ArrayNode types) {
            schema.remove("type");
            for (JsonNode type : types) {
                if (type.asText().equals("null")) {
                    schema.put("nullable", true);
                } else {
                    schema.set("type", type);
                }
            }
        }
    }

    /** A choice between one schema and null is that schema; beside a reference 3.0 knows nothing else. */
    private static void unwrap(ObjectNode schema) {
        if (schema.get("anyOf") instanceof ArrayNode choice && choice.size() == 2
                && choice.get(1).path("type").asText().equals("null") && choice.get(0).has("$ref")) {
            schema.removeAll();
            schema.set("$ref", choice.get(0).get("$ref"));
        }
    }
}
