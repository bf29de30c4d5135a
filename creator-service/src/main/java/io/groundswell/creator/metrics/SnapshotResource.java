package io.groundswell.creator.metrics;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.AccountFigures;
import io.groundswell.creator.tier.TierSchemes;
import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Snapshots over HTTP. */
@Path("/v1/creators/{id}/accounts/{accountId}/snapshots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metrics", description = "What accounts' figures were, and how people react to what they post")
public class SnapshotResource {
    /** Clocks differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final AccountFigures figures;
    private final Snapshots snapshots;
    private final SnapshotList list;
    private final TierSchemes schemes;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;
    private final Clock clock;

    SnapshotResource(AccountFigures figures, Snapshots snapshots, SnapshotList list, TierSchemes schemes,
            CurrentWorkspace current, Idempotency idempotency, Clock clock) {
        this.figures = figures;
        this.snapshots = snapshots;
        this.list = list;
        this.schemes = schemes;
        this.current = current;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @POST
    @RolesAllowed("creators:write")
    @Operation(operationId = "createSnapshot", summary = "Add what an account's figures are", description = """
            Kept for ever, and the account's figures and tier move forward with it. Refused with 422 when it was observed in the \
            future or before what is known of the account, with 409 when there is one of the same time or the person opted out.""")
    @APIResponse(responseCode = "201", description = "The snapshot as it is kept: what was not told is what was known", content = @Content(schema = @Schema(implementation = SnapshotView.class)))
    public Uni<Response> create(@PathParam("id") UUID id,
            @Parameter(description = "Id of one of the creator's accounts", example = "01a20850-0000-7000-8000-000000000102") //
            @PathParam("accountId") UUID accountId, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            SnapshotDraft draft) {
        Workspace workspace = current.get();
        String path = "/v1/creators/" + id + "/accounts/" + accountId + "/snapshots";
        var request = new IdempotentRequest(idempotencyKey, "POST " + path, draft);
        Instant observedAt = observedAt(draft);
        return schemes.inForce(workspace).chain(scheme -> idempotency.once(workspace, request,
                () -> figures.observe(workspace, id, accountId, draft.figures(), observedAt, scheme)
                        .chain(step -> snapshots.add(workspace, step, draft))
                        .map(snapshot -> Response.created(URI.create(path)).entity(snapshot).build())));
    }

    private Instant observedAt(SnapshotDraft draft) {
        Instant now = clock.instant();
        Instant told = draft.observedAt() == null ? now : draft.observedAt();
        if (told.isAfter(now.plus(TOLERANCE))) {
            throw new InvalidValue("observedAt", "in-the-future", "Nothing can have been observed later than now.");
        }
        return told.truncatedTo(ChronoUnit.MICROS);
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listSnapshots", summary = "List what an account's figures were", description = """
            The latest first: one for each time that they changed or somebody added one.""")
    @APIResponse(responseCode = "200", description = "A page of snapshots", content = @Content(schema = @Schema(implementation = SnapshotPage.class)))
    public Uni<Page<SnapshotView>> list(@PathParam("id") UUID id,
            @Parameter(description = "Id of one of the creator's accounts", example = "01a20850-0000-7000-8000-000000000102") //
            @PathParam("accountId") UUID accountId, @QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return list.page(current.get(), id, accountId, Limit.orDefault(limit), cursor);
    }

    /** Names the page in the contract. */
    @Schema(name = "SnapshotPage")
    private record SnapshotPage(List<SnapshotView> items, PageLinks page) {}
}
