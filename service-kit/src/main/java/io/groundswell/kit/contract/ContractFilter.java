package io.groundswell.kit.contract;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.IndexView;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Completes the document that was read from a service's resources. Runs while the service is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public class ContractFilter implements OASFilter {
    private final Examples examples = new Examples();
    private final NullableMembers nullable;

    /** Looks at the service's classes for what its schemas do not tell. */
    public ContractFilter(IndexView classes) {
        this.nullable = new NullableMembers(classes);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        document.setComponents(components);
        StandardSchemas.addTo(components);
        nullable.addTo(components);
        StandardHeader.addTo(components);
        StandardParameter.addTo(components);
        StandardProblem.addTo(components);
        Info info = document.getInfo();
        if (info != null && info.getDescription() == null) {
            info.setDescription(info.getTitle());
        }
        if (document.getTags() != null) {
            document.setTags(document.getTags().stream().sorted(Comparator.comparing(Tag::getName)).toList());
        }
        if (document.getPaths() == null) {
            return;
        }
        // in a fixed order, because schemas are added as operations need them
        Map<String, PathItem> paths = new TreeMap<>(document.getPaths().getPathItems());
        paths.forEach((path, item) -> item.getOperations()
                .forEach((_, operation) -> complete(new Facts(path, operation, changeable(item, path, paths)), components)));
        UnusedComponents.removeFrom(document);
    }

    private void complete(Facts facts, Components components) {
        Operation operation = facts.operation();
        StandardParameter.shareIn(operation);
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        StandardSchemas.relaxPatches(operation, components);
        examples.addTo(operation);
        APIResponses responses = operation.getResponses();
        responses.getAPIResponses().forEach((status, response) -> completeAnswer(facts, status, response));
        StandardProblem.addTo(facts, responses);
    }

    private static void completeAnswer(Facts facts, String status, APIResponse response) {
        if (response.getRef() != null) {
            return;
        }
        if (response.getContent() != null && response.getContent().getMediaTypes() == null) {
            response.setContent(null);
        }
        StandardHeader.addTo(facts, status, response);
    }

    /** Tells whether what is created or read here is changed with If-Match, and so has a version worth an ETag. */
    private static boolean changeable(PathItem item, String path, Map<String, PathItem> paths) {
        PathItem created = paths.get(path + "/{id}");
        return item.getPATCH() != null || (created != null && created.getPATCH() != null);
    }
}
