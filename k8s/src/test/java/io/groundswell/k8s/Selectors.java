package io.groundswell.k8s;

import com.fasterxml.jackson.databind.JsonNode;

/** Label selectors, evaluated as Kubernetes would. */
final class Selectors {
    private Selectors() {}

    /** Whether labels that all have to be equal select the pods of a workload. */
    static boolean matches(JsonNode matchLabels, JsonNode workload) {
        var labels = workload.at("/spec/template/metadata/labels");
        return !matchLabels.isEmpty() && matchLabels.properties().stream()
                .allMatch(label -> labels.path(label.getKey()).equals(label.getValue()));
    }
}
