package io.groundswell.creator.privacy;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.CreatorRights;
import io.groundswell.creator.creator.CreatorView;
import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.patch.MergePatch;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceTransaction;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** The rights of one person over HTTP. */
@Path("/v1/creators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy", description = "The rights of the people whose data is kept")
public class PrivacyResource {
    private final Privacy privacy;
    private final CreatorRights creators;
    private final PrivacyTermsStore terms;
    private final WorkspaceTransaction transaction;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final Clock clock;

    PrivacyResource(Privacy privacy, CreatorRights creators, PrivacyTermsStore terms, WorkspaceTransaction transaction,
            CurrentWorkspace current, Idempotency idempotency, MergePatch mergePatch, Clock clock) {
        this.privacy = privacy;
        this.creators = creators;
        this.terms = terms;
        this.transaction = transaction;
        this.current = current;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
        this.clock = clock;
    }

    @GET
    @Path("/{id}/privacy")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getCreatorPrivacy", summary = "See by what right data on a creator is kept")
    @APIResponse(responseCode = "200", description = "What holds", content = @Content(schema = @Schema(implementation = PrivacyView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Workspace workspace = current.get();
        return terms.inForce(workspace)
                .chain(inForce -> transaction.run(workspace, () -> privacy.get(workspace, id, inForce)))
                .map(view -> Preconditions.notModified(ifNoneMatch, view.tag())
                        ? Response.notModified().header(HttpHeaders.ETAG, view.tag()).build()
                        : shown(view));
    }

    @PATCH
    @Path("/{id}/privacy")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("creators:write")
    @Operation(operationId = "reviseCreatorPrivacy", summary = "Change the lawful basis or the age group of a creator", description = """
            JSON Merge Patch (RFC 7396). What changes holds from now on unless basisSince or ageSince says since when. An active \
            creator who turns out not to be of age becomes DORMANT.""")
    @RequestBody(content = @Content(mediaType = MergePatch.TYPE, schema = @Schema(implementation = PrivacyRevision.class)))
    @APIResponse(responseCode = "200", description = "What holds now", content = @Content(schema = @Schema(implementation = PrivacyView.class)))
    public Uni<Response> revise(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, JsonNode patch) {
        Workspace workspace = current.get();
        return once("PATCH /v1/creators/" + id + "/privacy", idempotencyKey, patch, inForce -> privacy
                .revise(workspace, id, ifMatch, revision -> mergePatch.apply(revision, patch, PrivacyRevision.class), inForce)
                .map(PrivacyResource::shown));
    }

    @POST
    @Path("/{id}/privacy/notice")
    @RolesAllowed("creators:write")
    @Operation(operationId = "recordPrivacyNotice", summary = "Note that a creator was told", description = """
            That data about them is kept, after Art. 14 GDPR. The first notice is the one that counts: noting another changes \
            nothing.""")
    @APIResponse(responseCode = "200", description = "What holds now", content = @Content(schema = @Schema(implementation = PrivacyView.class)))
    public Uni<Response> notice(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            NoticeSent notice) {
        Workspace workspace = current.get();
        return once("POST /v1/creators/" + id + "/privacy/notice", idempotencyKey, notice,
                inForce -> privacy.notified(workspace, id, notice, inForce).map(PrivacyResource::shown));
    }

    @POST
    @Path("/{id}/objection")
    @RolesAllowed("creators:write")
    @Operation(operationId = "objectForCreator", summary = "Follow a creator's objection", description = """
            Art. 21 GDPR: the creator becomes OPTED_OUT, for good. Figures are no longer followed and no score is computed; \
            what was kept so far stays until an erasure. The other services are told. The first objection is the one that \
            counts.""")
    @APIResponse(responseCode = "200", description = "The creator as it is now", content = @Content(schema = @Schema(implementation = CreatorView.class)))
    public Uni<Response> object(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, Objection objection) {
        Workspace workspace = current.get();
        return once("POST /v1/creators/" + id + "/objection", idempotencyKey, objection,
                inForce -> privacy.object(workspace, id, ifMatch, objection, inForce).map(PrivacyResource::shown));
    }

    @POST
    @Path("/{id}/erasure")
    @RolesAllowed("admin")
    @Operation(operationId = "eraseCreator", summary = "Erase a creator", description = """
            Art. 17 GDPR, and without return: name, accounts, figures, posts, notes and everything else about the person is \
            deleted in one transaction. A creator of stage ERASED that names nobody is left, and a keyed hash for each user id \
            and handle, so that no import, post or form brings the person back. The other services are told and delete what \
            they keep, usually within seconds.""")
    @APIResponse(responseCode = "200", description = "What is left of the creator", content = @Content(schema = @Schema(implementation = CreatorView.class)))
    public Uni<Response> erase(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, ErasureOrder order) {
        Workspace workspace = current.get();
        String by = current.subject();
        return once("POST /v1/creators/" + id + "/erasure", idempotencyKey, order,
                _ -> privacy.erase(workspace, id, ifMatch, order, by).map(PrivacyResource::shown));
    }

    @GET
    @Path("/{id}/personal-data")
    @RolesAllowed("admin")
    @Operation(operationId = "exportCreatorPersonalData", summary = "Export what creator-service keeps on a person", description = """
            Art. 15 GDPR. `GET /v1/creator-views/{id}/personal-data` of the gateway adds what the other services keep.""")
    @APIResponse(responseCode = "200", description = "Everything that is kept", content = @Content(schema = @Schema(implementation = PersonalDataView.class)))
    public Uni<PersonalDataView> export(@PathParam("id") UUID id) {
        Workspace workspace = current.get();
        return terms.inForce(workspace).chain(inForce -> transaction.run(workspace, () -> creators.get(workspace, id)
                .chain(creator -> privacy.get(workspace, id, inForce)
                        .chain(view -> creators.export(workspace, id)
                                .map(kept -> new PersonalDataView(id, clock.instant(), creator, view, kept))))));
    }

    /** The terms are read first: within the transaction that has its own connection. */
    private Uni<Response> once(String operation, @Nullable String key, Object payload,
            Function<PrivacyTerms, Uni<Response>> change) {
        Workspace workspace = current.get();
        var request = new IdempotentRequest(key, operation, payload);
        return terms.inForce(workspace)
                .chain(inForce -> idempotency.once(workspace, request, () -> change.apply(inForce)));
    }

    private static Response shown(PrivacyView view) {
        return Response.ok(view).header(HttpHeaders.ETAG, view.tag()).build();
    }

    private static Response shown(CreatorView creator) {
        return Response.ok(creator).header(HttpHeaders.ETAG, EntityTag.of(creator.id(), creator.version())).build();
    }
}
