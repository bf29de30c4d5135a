package io.groundswell.kit.contract;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Standard components that no operation of a service needs. */
final class UnusedComponents {
    private final Set<String> used = new HashSet<>();

    private UnusedComponents() {}

    /** Removes parameters, responses, headers, and schemas that a patch stands for, where nothing refers to them. */
    static void removeFrom(OpenAPI document) {
        var references = new UnusedComponents();
        for (PathItem path : document.getPaths().getPathItems().values()) {
            path.getOperations().values().forEach(references::collect);
        }
        Components components = document.getComponents();
        orEmpty(components.getResponses()).forEach((name, response) -> {
            if (references.isUsed("responses", name)) {
                references.collect(response);
            }
        });
        orEmpty(components.getSchemas()).values().forEach(references::collect);
        components.getSchemas().keySet().stream()
                .filter(name -> components.getSchemas().containsKey(name + "Patch") && !references.isUsed("schemas", name))
                .toList().forEach(components::removeSchema);
        references.unused("parameters", components.getParameters()).forEach(components::removeParameter);
        references.unused("responses", components.getResponses()).forEach(components::removeResponse);
        references.unused("headers", components.getHeaders()).forEach(components::removeHeader);
    }

    private void collect(Operation operation) {
        Objects.requireNonNullElse(operation.getParameters(),
                List.<org.eclipse.microprofile.openapi.models.parameters.Parameter>of())
                .forEach(parameter -> used.add(String.valueOf(parameter.getRef())));
        if (operation.getRequestBody() != null) {
            collect(operation.getRequestBody().getContent());
        }
        Collection<APIResponse> responses = operation.getResponses().getAPIResponses().values();
        responses.forEach(response -> used.add(String.valueOf(response.getRef())));
        responses.forEach(this::collect);
    }

    private void collect(APIResponse response) {
        orEmpty(response.getHeaders()).values().forEach(header -> used.add(String.valueOf(header.getRef())));
        collect(response.getContent());
    }

    private void collect(@Nullable Content content) {
        if (content != null) {
            orEmpty(content.getMediaTypes()).values().forEach(body -> collect(body.getSchema()));
        }
    }

    private void collect(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        used.add(String.valueOf(schema.getRef()));
        orEmpty(schema.getProperties()).values().forEach(this::collect);
        Objects.requireNonNullElse(schema.getAnyOf(), List.<Schema>of()).forEach(this::collect);
        Objects.requireNonNullElse(schema.getOneOf(), List.<Schema>of()).forEach(this::collect);
        Objects.requireNonNullElse(schema.getAllOf(), List.<Schema>of()).forEach(this::collect);
        collect(schema.getItems());
    }

    private List<String> unused(String kind, @Nullable Map<String, ?> components) {
        return orEmpty(components).keySet().stream().filter(name -> !isUsed(kind, name)).toList();
    }

    private boolean isUsed(String kind, String name) {
        return used.contains("#/components/" + kind + "/" + name);
    }

    private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
