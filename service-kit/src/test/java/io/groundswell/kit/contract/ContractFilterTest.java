package io.groundswell.kit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractFilterTest {
    private static final ContractFilter FILTER = new ContractFilter(index(Sighting.class));

    private final OpenAPI document = OASFactory.createOpenAPI().info(OASFactory.createInfo().title("Trials"))
            .components(OASFactory.createComponents()).paths(OASFactory.createPaths());

    @Test
    void aBareReadCanOnlyFail() {
        // Given
        Operation list = operation("listTrials", "200");
        document.getPaths().addPathItem("/v1/trials", OASFactory.createPathItem().GET(list));

        // When
        FILTER.filterOpenAPI(document);

        // Then
        assertEquals(Set.of("200", "429", "500", "503"), statuses(list));
    }

    @Test
    void aGuardedConditionalChangeWithABodyCanFailInEveryStandardWay() {
        // Given
        Operation change = guarded(operation("changeTrial", "200"))
                .addParameter(parameter("id", Parameter.In.PATH))
                .addParameter(parameter("If-Match", Parameter.In.HEADER))
                .addParameter(parameter("Idempotency-Key", Parameter.In.HEADER))
                .requestBody(OASFactory.createRequestBody());
        document.getPaths().addPathItem("/v1/trials/{id}", OASFactory.createPathItem().PATCH(change));

        // When
        FILTER.filterOpenAPI(document);

        // Then
        assertEquals(Set.of("200", "400", "401", "403", "404", "409", "412", "413", "415", "422", "428", "429", "500", "503"),
                statuses(change));
        assertEquals(Set.of("X-Request-Id", "ETag", "Idempotent-Replayed"),
                change.getResponses().getAPIResponse("200").getHeaders().keySet());
        assertEquals(List.of("#/components/parameters/IfMatch", "#/components/parameters/IdempotencyKey"),
                change.getParameters().stream().map(Parameter::getRef).filter(Objects::nonNull).toList());
    }

    @Test
    void whatAnOperationSaysOfAProblemStaysAndGetsTheDocument() {
        // Given
        Operation launch = operation("launchTrial", "200");
        launch.getResponses().addAPIResponse("409",
                OASFactory.createAPIResponse().description("The gate is shut."));
        document.getPaths().addPathItem("/v1/trials/{id}/launch", OASFactory.createPathItem().POST(launch));

        // When
        FILTER.filterOpenAPI(document);

        // Then
        var conflict = launch.getResponses().getAPIResponse("409");
        assertEquals("The gate is shut.", conflict.getDescription());
        assertNotNull(conflict.getContent().getMediaType("application/problem+json"));
    }

    @Test
    void aMergePatchRequiresNothing() {
        // Given
        document.getComponents().addSchema("Trial", OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                .addRequired("name").addProperty("name", OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        var body = OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Trial"));
        Operation change = operation("changeTrial", "200").requestBody(OASFactory.createRequestBody()
                .content(OASFactory.createContent().addMediaType("application/merge-patch+json", body)));
        document.getPaths().addPathItem("/v1/trials/{id}", OASFactory.createPathItem().PATCH(change));

        // When
        FILTER.filterOpenAPI(document);

        // Then
        assertEquals("#/components/schemas/TrialPatch", body.getSchema().getRef());
        Schema patch = Objects.requireNonNull(document.getComponents().getSchemas().get("TrialPatch"));
        assertNull(patch.getRequired());
        assertNull(document.getComponents().getSchemas().get("Trial"), "nothing else has this shape");
    }

    @Test
    void examplesComeFromFilesNamedAfterTheOperation() {
        // Given
        var body = OASFactory.createMediaType();
        Operation list = operation("exampleOfTheContractFilter", "200");
        list.getResponses().getAPIResponse("200")
                .content(OASFactory.createContent().addMediaType("application/json", body));
        document.getPaths().addPathItem("/v1/trials", OASFactory.createPathItem().GET(list));

        // When
        FILTER.filterOpenAPI(document);

        // Then
        assertEquals(java.util.Map.of("from", "a file"), body.getExample());
    }

    @Test
    void aNullableMemberMayBeNull() {
        // Given
        document.getComponents().addSchema("Sighting", OASFactory.createSchema()
                .addProperty("place", OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .addProperty("note", OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .addProperty("kind", OASFactory.createSchema().ref("#/components/schemas/Kind")));

        // When
        FILTER.filterOpenAPI(document);

        // Then
        var properties = Objects.requireNonNull(document.getComponents().getSchemas().get("Sighting")).getProperties();
        assertEquals(List.of(Schema.SchemaType.STRING), Objects.requireNonNull(properties.get("place")).getType());
        assertEquals(List.of(Schema.SchemaType.STRING, Schema.SchemaType.NULL),
                Objects.requireNonNull(properties.get("note")).getType());
        assertEquals(2, Objects.requireNonNull(properties.get("kind")).getAnyOf().size());
    }

    @Test
    void componentsThatNothingNeedsAreLeftOut() {
        // Given
        document.getPaths().addPathItem("/v1/trials", OASFactory.createPathItem().GET(operation("listTrials", "200")));

        // When
        FILTER.filterOpenAPI(document);

        // Then
        assertEquals(Set.of("TooManyRequests", "InternalError", "ServiceUnavailable"),
                document.getComponents().getResponses().keySet());
        assertEquals(Set.of("X-Request-Id", "Retry-After"), document.getComponents().getHeaders().keySet());
    }

    private record Sighting(String place, @Nullable String note, Thread.@Nullable State kind) {}

    private static IndexView index(Class<?> type) {
        try {
            return Index.of(type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Operation operation(String id, String success) {
        return OASFactory.createOperation().operationId(id).responses(OASFactory.createAPIResponses()
                .addAPIResponse(success, OASFactory.createAPIResponse().description("Done")));
    }

    private static Operation guarded(Operation operation) {
        return operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("oidc", "trials:write"));
    }

    private static Parameter parameter(String name, Parameter.In in) {
        return OASFactory.createParameter().name(name).in(in);
    }

    private static Set<String> statuses(Operation operation) {
        return operation.getResponses().getAPIResponses().keySet();
    }
}
