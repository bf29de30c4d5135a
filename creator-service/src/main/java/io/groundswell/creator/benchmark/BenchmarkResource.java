package io.groundswell.creator.benchmark;

import java.net.URI;
import java.time.LocalDate;
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

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.reference.ReferenceRow;
import io.groundswell.creator.reference.ReferenceRows;
import io.groundswell.creator.reference.Selection;
import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.idempotency.Idempotency;
import io.groundswell.kit.idempotency.IdempotentRequest;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Benchmarks over HTTP. */
@Path("/v1/benchmarks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reference data", description = "Numbers that change with time or place, each with the day from which it holds and its source")
public class BenchmarkResource {
    private final ReferenceRows rows;
    private final CurrentWorkspace current;
    private final Idempotency idempotency;

    BenchmarkResource(ReferenceRows rows, CurrentWorkspace current, Idempotency idempotency) {
        this.rows = rows;
        this.current = current;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed("creators:write")
    @Operation(operationId = "createBenchmark", summary = "Add a benchmark", description = """
            Holds for your workspace from its day on, before the product's own. Nothing is ever changed: a new version is another \
            benchmark from a later day. 409 when you have one for the network and tier from that day on.""")
    @APIResponse(responseCode = "201", description = "The benchmark; its ETag is needed to withdraw it", content = @Content(schema = @Schema(implementation = BenchmarkView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, BenchmarkDraft draft) {
        Workspace workspace = current.get();
        return idempotency.once(workspace, new IdempotentRequest(idempotencyKey, "POST /v1/benchmarks", draft),
                () -> rows.add(workspace, Benchmark.TABLE, draft.provenance(), draft.value())
                        .map(row -> Response.created(URI.create("/v1/benchmarks/" + row.id()))
                                .header(HttpHeaders.ETAG, row.tag())
                                .entity(BenchmarkView.of(row))
                                .build()));
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "listBenchmarks", summary = "List benchmarks", description = "The last recorded first; the product's own and yours.")
    @APIResponse(responseCode = "200", description = "A page of benchmarks", content = @Content(schema = @Schema(implementation = BenchmarkPage.class)))
    public Uni<Page<BenchmarkView>> list(
            @Parameter(description = "Of this network") @QueryParam("network") @Nullable Network network,
            @Parameter(description = "Of creators of this tier") @QueryParam("tier") @Nullable Tier tier,
            @Parameter(description = "In force on this day (UTC): one for each network and tier", example = "2026-05-04") //
            @QueryParam("inForceOn") @Nullable LocalDate inForceOn,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor) {
        var selection = new Selection().with("network", network).with("tier", tier).inForceOn(inForceOn);
        return rows.page(current.get(), Benchmark.TABLE, selection, Limit.orDefault(limit), cursor, BenchmarkView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getBenchmark", summary = "Get a benchmark")
    @APIResponse(responseCode = "200", description = "The benchmark", content = @Content(schema = @Schema(implementation = BenchmarkView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return rows.get(current.get(), Benchmark.TABLE, id)
                .map(row -> Preconditions.notModified(ifNoneMatch, row.tag())
                        ? Response.notModified().header(HttpHeaders.ETAG, row.tag()).build()
                        : shown(row));
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed("creators:write")
    @Operation(operationId = "withdrawBenchmark", summary = "Take a benchmark out of force", description = """
            What held before it holds again. 409 for the product's own and for what is withdrawn already.""")
    @APIResponse(responseCode = "200", description = "The benchmark as it is now", content = @Content(schema = @Schema(implementation = BenchmarkView.class)))
    public Uni<Response> withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Workspace workspace = current.get();
        String required = Preconditions.require(ifMatch);
        var request = new IdempotentRequest(idempotencyKey, "POST /v1/benchmarks/" + id + "/withdraw", required);
        return rows.get(workspace, Benchmark.TABLE, id).chain(row -> idempotency.once(workspace, request,
                () -> rows.withdraw(workspace, Benchmark.TABLE, row, required).map(BenchmarkResource::shown)));
    }

    private static Response shown(ReferenceRow<Benchmark> row) {
        return Response.ok(BenchmarkView.of(row)).header(HttpHeaders.ETAG, row.tag()).build();
    }

    /** Names the page in the contract. */
    @Schema(name = "BenchmarkPage")
    private record BenchmarkPage(List<BenchmarkView> items, PageLinks page) {}
}
