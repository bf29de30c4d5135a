package io.groundswell.k8s;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** The values.yaml of the chart. */
final class Values {
    private Values() {}

    static JsonNode all() {
        return Yaml.read(Chart.DIRECTORY.resolve("values.yaml"));
    }

    /** What a user can set, by its path: everything that is not an object with keys of its own. */
    static Map<String, JsonNode> leaves() {
        var leaves = new TreeMap<String, JsonNode>();
        collect("", all(), leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> leaves) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(field -> collect(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(),
                            leaves));
        } else {
            leaves.put(path, node);
        }
    }
}
