package io.groundswell.k8s;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What one rendering of the chart consists of. */
record Manifests(List<JsonNode> all) {

    /** Names of components as they end the names of objects. */
    static final List<String> COMPONENTS = List.of("advocacy", "campaign", "creator", "gateway");
    /** The components that own a database. */
    static final List<String> DATABASE_COMPONENTS = List.of("advocacy", "campaign", "creator");

    Manifests {
        all = List.copyOf(all);
    }

    /** All objects of a kind, in the order in which they were rendered. */
    List<JsonNode> ofKind(String kind) {
        return all.stream().filter(manifest -> manifest.path("kind").asText().equals(kind)).toList();
    }

    /** The names of the objects of a kind, without the prefix that the release gives them. */
    List<String> namesOf(String kind) {
        return ofKind(kind).stream().map(Manifests::name).toList();
    }

    /**
     * The one object of a kind that belongs to a component.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    JsonNode the(String kind, String component) {
        return ofKind(kind).stream().filter(manifest -> name(manifest).equals(component)).findFirst().orElseThrow();
    }

    /** Deployments, StatefulSets and Jobs: everything that makes pods. */
    List<JsonNode> workloads() {
        return Stream.of("Deployment", "StatefulSet", "Job").flatMap(kind -> ofKind(kind).stream()).toList();
    }

    /** Deployments and StatefulSets: everything that serves requests. */
    List<JsonNode> servers() {
        return Stream.of("Deployment", "StatefulSet").flatMap(kind -> ofKind(kind).stream()).toList();
    }

    /** The deployment or stateful set of a component. */
    JsonNode server(String component) {
        return servers().stream().filter(manifest -> name(manifest).equals(component)).findFirst().orElseThrow();
    }

    /** The name of an object without the prefix that the release gives it. */
    static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asText().replaceFirst("^" + Chart.RELEASE + "-groundswell-", "");
    }

    /** The pod specification of a workload. */
    static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    /** The only container of a workload. */
    static JsonNode container(JsonNode workload) {
        var containers = pod(workload).path("containers");
        if (containers.size() != 1 || pod(workload).has("initContainers")) {
            throw new IllegalStateException("one container expected in " + name(workload) + ", found " + containers);
        }
        return containers.path(0);
    }
}
