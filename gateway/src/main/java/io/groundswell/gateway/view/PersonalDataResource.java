package io.groundswell.gateway.view;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.groundswell.kit.problem.RequestId;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** What all services keep on a person, over HTTP. */
@Path("/v1/creator-views")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Creator views", description = "A creator with what all services know, in one answer")
public class PersonalDataResource {
    private final PersonalDataExports exports;
    private final CurrentWorkspace current;
    private final SecurityIdentity identity;

    PersonalDataResource(PersonalDataExports exports, CurrentWorkspace current, SecurityIdentity identity) {
        this.exports = exports;
        this.current = current;
        this.identity = identity;
    }

    @GET
    @Path("/{id}/personal-data")
    @RolesAllowed("admin")
    @Operation(operationId = "exportPersonalData", summary = "Export everything that is kept on a person", description = """
            Art. 15 GDPR: what creator-service, campaign-service and advocacy-service keep, in one document. It is all or \
            nothing: while one of the services does not answer, the problem names it and nothing is shown.""")
    @APIResponse(responseCode = "200", description = "Everything that is kept", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PersonalDataView.class)))
    public Uni<PersonalDataView> export(
            @Parameter(description = "The creator's id; another workspace's is answered with 404", example = "01a20850-0000-7000-8000-000000000101") //
            @PathParam("id") UUID id,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context RoutingContext context) {
        return exports.of(id, new Caller(current.get(), authorization, identity.getRoles(), RequestId.of(context)));
    }
}
