package io.groundswell.campaign.moderation;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.patch.MergePatch;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** Rules over HTTP. */
@Path("/v1/moderation-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Moderation", description = "Rules that decide on posts as they arrive, and what they would have decided")
public class RuleResource {
    private static final String PATH = "/v1/moderation-rules";

    private final Rules rules;
    private final RuleList list;
    private final Rehearsals rehearsals;
    private final CurrentWorkspace current;
    private final WorkspaceDatabase database;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;

    RuleResource(Rules rules, RuleList list, Rehearsals rehearsals, CurrentWorkspace current, WorkspaceDatabase database,
            Idempotency idempotency, MergePatch mergePatch) {
        this.rules = rules;
        this.list = list;
        this.rehearsals = rehearsals;
        this.current = current;
        this.database = database;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
    }

    @POST
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "createModerationRule", summary = "Create a moderation rule", description = """
            An enabled rule decides on every post that is ingested after this answer; posts that are kept already stay as they \
            are. Of several rules that apply to a post, BLOCK goes before QUARANTINE before ALLOW, and among equal actions the \
            oldest rule decides. Refused with 409 `moderation-rule-limit` when the workspace has 10,000 rules, 50 enabled REGEX \
            rules, or enabled REGEX rules of 5,000 instructions together.""")
    @APIResponse(responseCode = "201", description = "The rule; its ETag is needed to change it", content = @Content(schema = @Schema(implementation = RuleView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, RuleDraft draft) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "POST " + PATH, draft),
                transaction -> rules.create(transaction, workspace, draft)
                        .map(rule -> Response.created(URI.create(PATH + "/" + rule.id())).header(HttpHeaders.ETAG, rule.tag())
                                .entity(rule).build()));
    }

    @GET
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "listModerationRules", summary = "List moderation rules, the oldest first")
    @APIResponse(responseCode = "200", description = "A page of rules", content = @Content(schema = @Schema(implementation = RulePage.class)))
    public Uni<Page<RuleView>> list(
            @Parameter(description = "Only rules with this action") @QueryParam("action") DecidingRule.@Nullable Action action,
            @Parameter(description = "Only rules that are enabled, or only those that are not") @QueryParam("enabled") @Nullable Boolean enabled,
            @Parameter(description = "Only rules for this campaign alone") @QueryParam("campaignId") @Nullable UUID campaignId,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor) {
        return list.page(current.get(), new RuleList.Filter(action, enabled, campaignId), Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "getModerationRule", summary = "Get a moderation rule")
    @APIResponse(responseCode = "200", description = "The rule", content = @Content(schema = @Schema(implementation = RuleView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return list.get(current.get(), id).map(rule -> Preconditions.notModified(ifNoneMatch, rule.tag())
                ? Response.notModified().header(HttpHeaders.ETAG, rule.tag()).build()
                : shown(rule));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "reviseModerationRule", summary = "Change, enable or disable a moderation rule", description = """
            JSON Merge Patch (RFC 7396). A condition of another type needs the members of the former one set to null. The rule \
            keeps its age. Posts that it decided on stay as they are and tell the rule as it was. Limits as in \
            createModerationRule.""")
    @RequestBody(content = @Content(mediaType = MergePatch.TYPE, schema = @Schema(implementation = RuleDraft.class)))
    @APIResponse(responseCode = "200", description = "The rule as it is now", content = @Content(schema = @Schema(implementation = RuleView.class)))
    public Uni<Response> revise(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, JsonNode patch) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "PATCH " + PATH + "/" + id, patch),
                transaction -> rules.revise(transaction, workspace, id, ifMatch,
                        draft -> mergePatch.apply(draft, patch, RuleDraft.class)).map(RuleResource::shown));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "deleteModerationRule", summary = "Delete a moderation rule", description = """
            Posts that it decided on stay as they are and still tell the rule as it was.""")
    @APIResponse(responseCode = "204", description = "The rule is gone")
    public Uni<Response> delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Workspace workspace = current.get();
        return database.write(workspace, transaction -> rules.delete(transaction, workspace, id, ifMatch))
                .map(_ -> Response.noContent().build());
    }

    @POST
    @Path("/rehearse")
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "rehearseModerationRule", summary = "See what a rule would have decided", description = """
            Decides anew, by the enabled rules and this one together, on the posts of the last days that are kept, and counts \
            what would be otherwise because of this rule. Posts on which a person decided would stay as they are. Looks at the \
            newest 20,000 posts at most. Nothing is stored.""")
    @APIResponse(responseCode = "200", description = "What would be otherwise", content = @Content(schema = @Schema(implementation = RehearsalReport.class)))
    public Uni<RehearsalReport> rehearse(Rehearsal rehearsal) {
        return rehearsals.run(current.get(), rehearsal);
    }

    private static Response shown(RuleView rule) {
        return Response.ok(rule).header(HttpHeaders.ETAG, rule.tag()).build();
    }

    /** Names the page in the contract. */
    @Schema(name = "ModerationRulePage")
    private record RulePage(List<RuleView> items, PageLinks page) {}
}
