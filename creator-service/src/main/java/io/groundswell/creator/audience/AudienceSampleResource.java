package io.groundswell.creator.audience;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.mutiny.Uni;

/** Samples of audiences over HTTP. */
@Path("/v1/creators/{id}/accounts/{accountId}/audience-sample")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audience", description = "Whether the people who follow an account chose to")
public class AudienceSampleResource {
    private static final String ACCOUNT_ID = "Id of the account";
    private static final String SOME_ACCOUNT = "01a20850-0000-7000-8000-000000000102";

    private final AudienceSamples samples;
    private final CurrentWorkspace current;

    AudienceSampleResource(AudienceSamples samples, CurrentWorkspace current) {
        this.samples = samples;
        this.current = current;
    }

    @PUT
    @RolesAllowed("creators:write")
    @Operation(operationId = "replaceAudienceSample", summary = "Tell how many followers an account's followers have", description = """
            Counts only: whose they are is neither asked for nor kept, and of the counts only how often each first digit comes.""")
    @APIResponse(responseCode = "200", description = "What is kept of the sample, in place of the one before", content = @Content(schema = @Schema(implementation = AudienceSampleView.class)))
    @APIResponse(responseCode = "201", description = "What is kept of the account's first sample", content = @Content(schema = @Schema(implementation = AudienceSampleView.class)))
    public Uni<Response> replace(@PathParam("id") UUID id,
            @Parameter(description = ACCOUNT_ID, example = SOME_ACCOUNT) @PathParam("accountId") UUID accountId,
            @Parameter(description = "ETag of the sample that is replaced: without it the answer is 428 when there is one, when it is another, 412. Left out for the first", example = "\"0199c59f-0000-7000-8000-000000000001\"") @HeaderParam("If-Match") @Nullable String ifMatch,
            AudienceSampleDraft draft) {
        return samples.replace(current.get(), id, accountId, ifMatch, draft)
                .map(stored -> Response.status(stored.first() ? Response.Status.CREATED : Response.Status.OK)
                        .header(HttpHeaders.ETAG, stored.sample().tag()).entity(stored.sample()).build());
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "getAudienceSample", summary = "Get what is kept of a sample of an audience")
    @APIResponse(responseCode = "200", description = "The sample", content = @Content(schema = @Schema(implementation = AudienceSampleView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id,
            @Parameter(description = ACCOUNT_ID, example = SOME_ACCOUNT) @PathParam("accountId") UUID accountId,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return samples.get(current.get(), id, accountId).map(sample -> {
            var response = Preconditions.notModified(ifNoneMatch, sample.tag())
                    ? Response.notModified()
                    : Response.ok(sample);
            return response.header(HttpHeaders.ETAG, sample.tag()).build();
        });
    }

    @DELETE
    @RolesAllowed("creators:write")
    @Operation(operationId = "deleteAudienceSample", summary = "Delete what is kept of a sample of an audience")
    @APIResponse(responseCode = "204", description = "The sample is gone")
    public Uni<Response> delete(@PathParam("id") UUID id,
            @Parameter(description = ACCOUNT_ID, example = SOME_ACCOUNT) @PathParam("accountId") UUID accountId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return samples.delete(current.get(), id, accountId, ifMatch).map(_ -> Response.noContent().build());
    }
}
