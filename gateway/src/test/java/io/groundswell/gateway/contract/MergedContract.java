package io.groundswell.gateway.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes one contract of several: the gateway's own operations and the public ones of the services. Components that are the
 * same everywhere are shared; where services use one name for different things, theirs gets the service's name in front.
 */
final class MergedContract {
    private static final String COMPONENTS = "#/components/";
    /** Says where a part of a view comes from; its data then has the schema of that operation's answer. */
    private static final String DATA_OF = "x-data-of";

    private final ObjectNode merged;

    MergedContract(JsonNode own) {
        merged = own.deepCopy();
    }

    /**
     * Adds the public operations of a service and what they refer to; nothing when the service has no contract yet.
     *
     * @param prefix tells two things of one name apart, for example {@code Creator}
     */
    MergedContract add(String prefix, JsonNode service, Predicate<String> isPublic) {
        if (service.isMissingNode()) {
            return this;
        }
        ObjectNode source = service.deepCopy();
        source.path("paths").properties().stream().map(Map.Entry::getKey).filter(isPublic.negate()).toList()
                .forEach(((ObjectNode) source.path("paths"))::remove);
        Set<String> needed = References.reachable(source);
        References.rename(source, conflicts(prefix, source, needed));
        for (String pointer : References.reachable(source)) {
            int slash = pointer.indexOf('/');
            String kind = pointer.substring(0, slash);
            String name = pointer.substring(slash + 1);
            component(kind).set(name, source.path("components").path(kind).path(name));
        }
        merged.withObject("/paths").setAll((ObjectNode) source.path("paths"));
        addTags(source);
        return this;
    }

    /** Returns the whole, in a stable order. */
    JsonNode toJson() {
        describeViews();
        ObjectNode result = merged.deepCopy();
        List<JsonNode> tags = new ArrayList<>();
        merged.path("tags").forEach(tags::add);
        tags.sort(Comparator.comparing(tag -> tag.path("name").asText()));
        result.putArray("tags").addAll(tags);
        result.set("paths", sorted(merged.path("paths")));
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        sorted(merged.path("components")).properties()
                .forEach(kind -> components.set(kind.getKey(), sorted(kind.getValue())));
        result.set("components", components);
        return result;
    }

    /** Names of this service's components that the document has already, for something else. */
    private Map<String, String> conflicts(String prefix, JsonNode source, Set<String> needed) {
        Map<String, String> renamed = new TreeMap<>();
        for (String pointer : needed) {
            JsonNode known = merged.path("components").at("/" + pointer);
            JsonNode other = source.path("components").at("/" + pointer);
            if (!known.isMissingNode() && !known.equals(other)) {
                int slash = pointer.indexOf('/');
                renamed.put(pointer, pointer.substring(0, slash + 1) + prefix + pointer.substring(slash + 1));
            }
        }
        return renamed;
    }

    private void addTags(JsonNode source) {
        Set<String> used = new java.util.HashSet<>();
        source.path("paths").findValues("tags").forEach(tags -> tags.forEach(tag -> used.add(tag.asText())));
        List<String> known = new ArrayList<>();
        merged.path("tags").forEach(tag -> known.add(tag.path("name").asText()));
        ArrayNode tags = merged.withArray("/tags");
        for (JsonNode tag : source.path("tags")) {
            String name = tag.path("name").asText();
            if (used.contains(name) && !known.contains(name)) {
                tags.add(tag);
            }
        }
    }

    private void describeViews() {
        for (JsonNode schema : merged.path("components").path("schemas")) {
            for (JsonNode property : schema.path("properties")) {
                if (property.has(DATA_OF)) {
                    describe((ObjectNode) property);
                }
            }
        }
    }

    private void describe(ObjectNode part) {
        String path = part.remove(DATA_OF).asText();
        JsonNode data = merged.path("paths").path(path).path("get").path("responses").path("200").path("content")
                .path("application/json").path("schema");
        if (!data.isMissingNode()) {
            part.putObject("properties").set("data", data.deepCopy());
        }
    }

    private ObjectNode component(String kind) {
        return merged.withObject("/components/" + kind);
    }

    private static ObjectNode sorted(JsonNode node) {
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        Map<String, JsonNode> byName = new TreeMap<>();
        node.properties().forEach(member -> byName.put(member.getKey(), member.getValue()));
        byName.forEach(sorted::set);
        return sorted;
    }

    /** References between the parts of one document, as {@code schemas/Name}. */
    private static final class References {
        private References() {}

        /** Returns every component that the paths need, directly or by way of others, and the security schemes. */
        static Set<String> reachable(JsonNode document) {
            Set<String> found = new java.util.TreeSet<>();
            collect(document, document.path("paths"), found);
            document.path("components").path("securitySchemes").fieldNames()
                    .forEachRemaining(name -> found.add("securitySchemes/" + name));
            return found;
        }

        private static void collect(JsonNode document, JsonNode node, Set<String> found) {
            String reference = node.path("$ref").asText("");
            if (reference.startsWith(COMPONENTS) && found.add(reference.substring(COMPONENTS.length()))) {
                collect(document, document.at(reference.substring(1)), found);
            }
            node.forEach(child -> collect(document, child, found));
        }

        /** Gives components other names, where they stand and wherever they are referred to. */
        static void rename(ObjectNode document, Map<String, String> names) {
            names.forEach((from, to) -> {
                String kind = from.substring(0, from.indexOf('/'));
                ObjectNode components = (ObjectNode) document.path("components").path(kind);
                components.set(to.substring(kind.length() + 1), components.remove(from.substring(kind.length() + 1)));
            });
            redirect(document, names);
        }

        private static void redirect(JsonNode node, Map<String, String> names) {
            if (node instanceof ObjectNode object && object.path("$ref").asText("").startsWith(COMPONENTS)) {
                String target = object.path("$ref").asText().substring(COMPONENTS.length());
                object.put("$ref", COMPONENTS + names.getOrDefault(target, target));
            }
            node.forEach(child -> redirect(child, names));
        }
    }

    /** Returns the prefix of a service: {@code Creator} for creator-service. */
    static String prefixOf(String serviceName) {
        return serviceName.substring(0, 1).toUpperCase(Locale.ROOT) + serviceName.substring(1, serviceName.indexOf('-'));
    }
}
