package io.groundswell.kit.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** What every contract of the house must say. The lint with Spectral asks for more; these rules need no other tool. */
public final class ContractRules {
    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern SEGMENT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*|\\{[a-z][a-zA-Z0-9]*\\}");
    private static final Pattern ROOT = Pattern.compile("/(v1|s)/.+");
    private static final Set<String> NOT_WITHOUT = Set.of("500", "503");

    private final JsonNode document;
    private final Set<String> publicOperations;
    private final List<String> broken = new ArrayList<>();

    private ContractRules(JsonNode document, Set<String> publicOperations) {
        this.document = document;
        this.publicOperations = publicOperations;
    }

    /**
     * Returns what a contract leaves unsaid or says in another way than the house does; empty when all is well.
     *
     * @param publicOperations ids of operations that need no token
     */
    public static List<String> check(JsonNode document, Set<String> publicOperations) {
        var rules = new ContractRules(document, publicOperations);
        rules.checkDocument();
        return rules.broken;
    }

    private void checkDocument() {
        expect(document.path("openapi").asText().startsWith("3.1."), "openapi", "must be 3.1");
        for (String name : List.of("title", "version", "description")) {
            expect(isSaid(document.path("info"), name), "info", "has no " + name);
        }
        expect(!document.has("servers"), "servers", "belong to an installation, not to the contract");
        for (JsonNode tag : document.path("tags")) {
            expect(isSaid(tag, "description"), "tag " + tag.path("name").asText(), "has no description");
        }
        document.path("paths").fieldNames().forEachRemaining(this::checkPath);
        Set<String> ids = new HashSet<>();
        ContractFile.operations(document).forEach((place, operation) -> {
            checkOperation(place, operation);
            String id = operation.path("operationId").asText();
            expect(ids.add(id), place, "shares its operationId " + id + " with another");
        });
        document.path("components").path("schemas").properties()
                .forEach(schema -> checkNames("schema " + schema.getKey(), schema.getValue()));
    }

    private void checkPath(String path) {
        expect(ROOT.matcher(path).matches(), path, "must be under /v1");
        for (String segment : path.substring(1).split("/", -1)) {
            expect(SEGMENT.matcher(segment).matches(), path, "must be in kebab-case, its parameters in camelCase");
        }
    }

    private void checkOperation(String place, JsonNode operation) {
        expect(CAMEL_CASE.matcher(operation.path("operationId").asText()).matches(), place,
                "has no operationId in camelCase");
        expect(isSaid(operation, "summary"), place, "has no summary");
        expect(!operation.path("tags").isEmpty(), place, "has no tag");
        for (JsonNode tag : operation.path("tags")) {
            expect(isDeclared(tag.asText()), place, "has the tag " + tag.asText() + ", which is not declared");
        }
        checkScope(place, operation);
        for (JsonNode reference : operation.path("parameters")) {
            checkParameter(place, ContractFile.resolve(document, reference));
        }
        if (operation.has("requestBody")) {
            checkBody(place + " request", ContractFile.resolve(document, operation.get("requestBody")).path("content"));
        }
        checkResponses(place, operation);
    }

    private void checkScope(String place, JsonNode operation) {
        boolean scoped = false;
        for (JsonNode requirement : operation.path("security")) {
            for (Map.Entry<String, JsonNode> scheme : requirement.properties()) {
                scoped |= !scheme.getValue().isEmpty()
                        && document.path("components").path("securitySchemes").has(scheme.getKey());
            }
        }
        boolean open = publicOperations.contains(operation.path("operationId").asText());
        expect(scoped != open, place, open ? "is public, but asks for a scope" : "names no scope of a declared scheme");
    }

    private void checkParameter(String place, JsonNode parameter) {
        String name = parameter.path("name").asText();
        String where = place + " parameter " + name;
        expect(isSaid(parameter, "description"), where, "has no description");
        expect(parameter.has("schema"), where, "has no schema");
        boolean header = parameter.path("in").asText().equals("header");
        expect(header || CAMEL_CASE.matcher(name).matches(), where, "is not in camelCase");
    }

    private void checkResponses(String place, JsonNode operation) {
        JsonNode responses = operation.path("responses");
        Set<String> expected = new HashSet<>(NOT_WITHOUT);
        if (!operation.path("security").isEmpty()) {
            expected.addAll(Set.of("401", "403"));
        }
        if (place.contains("{")) {
            expected.add("404");
        }
        if (operation.has("requestBody")) {
            expected.addAll(Set.of("400", "413", "415", "422"));
        }
        expected.stream().filter(status -> !responses.has(status)).sorted()
                .forEach(status -> broken.add(place + " does not say " + status));
        boolean succeeds = false;
        for (Map.Entry<String, JsonNode> entry : responses.properties()) {
            String where = place + " response " + entry.getKey();
            JsonNode response = ContractFile.resolve(document, entry.getValue());
            expect(isSaid(response, "description"), where, "has no description");
            succeeds |= entry.getKey().matches("[23].*");
            if (entry.getKey().startsWith("2") && response.has("content")) {
                checkBody(where, response.get("content"));
            } else if (entry.getKey().matches("[45].*")) {
                expect(response.path("content").has("application/problem+json"), where, "is no problem document");
            }
        }
        expect(succeeds, place, "has no success");
    }

    private void checkBody(String where, JsonNode content) {
        expect(!content.isEmpty(), where, "has no media type; does the method say what it @Produces?");
        content.properties().forEach(type -> {
            String body = where + " as " + type.getKey();
            expect(type.getValue().has("schema"), body, "has no schema");
            boolean shown = type.getValue().has("example") || !type.getValue().path("examples").isEmpty();
            expect(shown, body, "has no example; add src/main/resources/contract/examples/{operationId}[.request].json");
        });
    }

    private void checkNames(String where, JsonNode schema) {
        schema.path("properties").properties().forEach(property -> {
            expect(CAMEL_CASE.matcher(property.getKey()).matches(), where, "has the property " + property.getKey()
                    + ", which is not in camelCase");
            checkNames(where + "." + property.getKey(), property.getValue());
        });
        if (schema.has("items")) {
            checkNames(where, schema.get("items"));
        }
    }

    private boolean isDeclared(String tag) {
        for (JsonNode declared : document.path("tags")) {
            if (declared.path("name").asText().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSaid(JsonNode node, String name) {
        return !node.path(name).asText("").isBlank();
    }

    private void expect(boolean right, String place, String otherwise) {
        if (!right) {
            broken.add(place + " " + otherwise);
        }
    }
}
