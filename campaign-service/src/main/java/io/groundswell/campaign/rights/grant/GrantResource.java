package io.groundswell.campaign.rights.grant;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.rights.licence.GrantState;
import io.groundswell.campaign.rights.licence.LicenceTerms;
import io.groundswell.campaign.rights.licence.OdrlPolicy;
import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Grants over HTTP. */
@Path("/v1/rights-grants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
public class GrantResource {
    private final RecordedGrants grants;
    private final GrantList list;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;

    GrantResource(RecordedGrants grants, GrantList list, CurrentWorkspace current, Idempotency idempotency) {
        this.grants = grants;
        this.list = list;
        this.current = current;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed("campaigns:approve")
    @Operation(operationId = "recordRightsGrant", summary = "Record a grant that was obtained elsewhere", description = """
            Such as in a contract with the author. It counts like one that was asked for here.""")
    @APIResponse(responseCode = "201", description = "The grant", content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Uni<Response> record(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, GrantDraft draft) {
        Workspace workspace = current.get();
        var request = new IdempotentRequest(idempotencyKey, "POST /v1/rights-grants", draft);
        return idempotency.once(workspace, request, transaction -> grants.add(transaction, workspace, draft)
                .map(grant -> Response.created(URI.create("/v1/rights-grants/" + grant.id()))
                        .header(HttpHeaders.ETAG, grant.tag()).entity(grant).build()));
    }

    @GET
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "listRightsGrants", summary = "List grants, newest first")
    @APIResponse(responseCode = "200", description = "A page of grants", content = @Content(schema = @Schema(implementation = GrantPage.class)))
    public Uni<Page<GrantView>> list(
            @Parameter(description = "Only grants in one of these states; may be repeated") @QueryParam("state") List<GrantState> states,
            @Parameter(description = "Only grants for this post") @QueryParam("postId") @Nullable UUID postId,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor) {
        return list.page(current.get(), states, postId, Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "getRightsGrant", summary = "Get a grant")
    @APIResponse(responseCode = "200", description = "The grant", content = @Content(schema = @Schema(implementation = GrantView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return list.get(current.get(), id).map(grant -> Preconditions.notModified(ifNoneMatch, grant.tag())
                ? Response.notModified().header(HttpHeaders.ETAG, grant.tag()).build()
                : shown(grant));
    }

    @GET
    @Path("/{id}/policy")
    @Produces(OdrlPolicy.MEDIA_TYPE)
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "getRightsGrantPolicy", summary = "Get a grant as an ODRL agreement", description = """
            JSON-LD after ODRL 2.2. What it does not permit it prohibits, and says so. `spatial` has ISO 3166-1 alpha-2 codes; what \
            ODRL has no word for is in the namespace `urn:groundswell:odrl:`: channel, advertise, trainAi, attributionText.""")
    @APIResponse(responseCode = "200", description = "The policy", content = @Content(mediaType = OdrlPolicy.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<Map<String, Object>> policy(@PathParam("id") UUID id) {
        Workspace workspace = current.get();
        return list.get(workspace, id).map(grant -> new OdrlPolicy(OdrlPolicy.Type.AGREEMENT, grant.id(), grant.postId(),
                "urn:groundswell:author-of:" + grant.postId(), "urn:groundswell:workspace:" + workspace.key(),
                new LicenceTerms(grant.actions(), grant.channels(), grant.territories(), null, null, null, grant.attribution()),
                grant.startsAt(), grant.endsAt()).document());
    }

    @POST
    @Path("/{id}/revoke")
    @RolesAllowed("campaigns:approve")
    @Operation(operationId = "revokeRightsGrant", summary = "End a grant", description = """
            For an author who takes it back in another way than by the claim link. When nothing else permits the use of the post, \
            it is withdrawn before the answer is sent, everywhere and for good. A grant that has ended stays as it is.""")
    @APIResponse(responseCode = "200", description = "The grant as it is now", content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Uni<Response> revoke(@PathParam("id") UUID id, Revocation revocation) {
        return grants.revoke(current.get(), id, revocation.reason()).map(GrantResource::shown);
    }

    private static Response shown(GrantView grant) {
        return Response.ok(grant).header(HttpHeaders.ETAG, grant.tag()).build();
    }

    /** Why a grant ends. */
    public record Revocation(
            @Schema(required = true, description = "1 to 500 characters, kept with the grant", examples = "The author asked by e-mail") String reason) {
        private static final int LONGEST = 500;

        public Revocation {
            if (InvalidValue.require(reason, "reason").isBlank() || reason.length() > LONGEST || reason.indexOf('\0') >= 0) {
                throw new InvalidValue("reason", "invalid", "Must be 1 to %d characters.".formatted(LONGEST));
            }
        }
    }

    /** Names the page in the contract. */
    @Schema(name = "RightsGrantPage")
    private record GrantPage(List<GrantView> items, PageLinks page) {}
}
