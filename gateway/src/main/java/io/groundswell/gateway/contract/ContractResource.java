package io.groundswell.gateway.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The committed contract over HTTP. */
@Singleton
@Path("/v1/openapi")
@PermitAll
@Tag(name = "Contract", description = "What this API is, for programs")
public class ContractResource {
    private static final String YAML = "application/yaml";
    private static final String FILE = "/contract/openapi.yaml";

    private final String yaml;
    private final String json;

    /**
     * Reads the contract once.
     *
     * @throws UncheckedIOException when the build left it out
     */
    public ContractResource(ObjectMapper mapper) {
        try (InputStream in = ContractResource.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException(FILE + " is not in this build");
            }
            yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            json = mapper.writeValueAsString(new YAMLMapper().readValue(yaml, JsonNode.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, YAML})
    @Operation(operationId = "getContract", summary = "Read this contract", description = """
            The OpenAPI 3.1 document of all public operations, as JSON or, with `Accept: application/yaml`, as YAML.""")
    @APIResponse(responseCode = "200", description = "The document", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)),
            @Content(mediaType = YAML, schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING))})
    public Response get(@Context Request request, @Context HttpHeaders headers) {
        Variant chosen = request.selectVariant(
                Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(YAML)).build());
        return chosen != null && chosen.getMediaType().toString().equals(YAML) ? yaml() : json();
    }

    Response json() {
        return Response.ok(json, MediaType.APPLICATION_JSON).build();
    }

    Response yaml() {
        return Response.ok(yaml, YAML).build();
    }
}
