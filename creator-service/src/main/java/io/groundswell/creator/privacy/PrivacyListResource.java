package io.groundswell.creator.privacy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;

/** What is due about all people, over HTTP. */
@Path("/v1/privacy")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy", description = "The rights of the people whose data is kept")
public class PrivacyListResource {
    private final DueCreators due;
    private final PrivacyTermsStore terms;
    private final WorkspaceDatabase database;
    private final CurrentWorkspace current;
    private final Clock clock;

    PrivacyListResource(DueCreators due, PrivacyTermsStore terms, WorkspaceDatabase database, CurrentWorkspace current,
            Clock clock) {
        this.due = due;
        this.terms = terms;
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @Path("/notices")
    @RolesAllowed("creators:read")
    @Operation(operationId = "listPrivacyNotices", summary = "List the creators who must still be told, longest kept first", description = """
            Art. 14 GDPR: who was not asked for their data must be told that it is kept within a month.""")
    @APIResponse(responseCode = "200", description = "A page of creators", content = @Content(schema = @Schema(implementation = DueCreatorPage.class)))
    public Uni<Page<DueCreator>> notices(
            @Parameter(description = "Due by then; default: now, which lists those who are overdue", example = "2026-06-01T00:00:00Z") @QueryParam("dueBefore") @Nullable Instant dueBefore,
            @QueryParam("limit") @Nullable Limit limit, @QueryParam("cursor") @Nullable String cursor) {
        Workspace workspace = current.get();
        return terms.inForce(workspace)
                .chain(inForce -> due.notices(workspace, dueBefore, clock.instant(), inForce, Limit.orDefault(limit), cursor));
    }

    @POST
    @Path("/notices")
    @RolesAllowed("creators:write")
    @Operation(operationId = "recordPrivacyNotices", summary = "Note that many creators were told", description = """
            Like the notice of one creator. Noting it again changes nothing, so a request that was cut off is simply repeated.""")
    @APIResponse(responseCode = "200", description = "What became of each creator, in order", content = @Content(schema = @Schema(implementation = NoticeOutcomes.class)))
    public Uni<NoticeOutcomes> recordNotices(NoticesSent notices) {
        Workspace workspace = current.get();
        return database.write(workspace, transaction -> due.mark(transaction, workspace, notices, clock.instant()))
                .map(NoticeOutcomes::new);
    }

    @GET
    @Path("/retention-reviews")
    @RolesAllowed("creators:read")
    @Operation(operationId = "listRetentionReviews", summary = "List the creators whose data has been kept long enough", description = """
            Art. 5(1)(e) GDPR: who did not change for the retention period is to be reviewed, and erased unless there is a \
            reason to keep the data.""")
    @APIResponse(responseCode = "200", description = "A page of creators", content = @Content(schema = @Schema(implementation = DueCreatorPage.class)))
    public Uni<Page<DueCreator>> retentionReviews(@QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Workspace workspace = current.get();
        return terms.inForce(workspace)
                .chain(inForce -> due.stale(workspace, clock.instant(), inForce, Limit.orDefault(limit), cursor));
    }

    @GET
    @Path("/terms")
    @RolesAllowed("creators:read")
    @Operation(operationId = "getPrivacyTerms", summary = "See the periods in force")
    @APIResponse(responseCode = "200", description = "The workspace's own latest terms that have begun, else everybody's", content = @Content(schema = @Schema(implementation = PrivacyTerms.class)))
    public Uni<PrivacyTerms> terms() {
        return terms.inForce(current.get());
    }

    @POST
    @Path("/terms")
    @RolesAllowed("admin")
    @Operation(operationId = "addPrivacyTerms", summary = "Set the workspace's own retention period", description = """
            From a day on; terms of earlier days stay as they were. Terms of the same day are replaced, so the request can be \
            repeated.""")
    @APIResponse(responseCode = "201", description = "The terms", content = @Content(schema = @Schema(implementation = PrivacyTerms.class)))
    public Uni<Response> addTerms(PrivacyTermsDraft draft) {
        return terms.add(current.get(), draft)
                .map(added -> Response.created(URI.create("/v1/privacy/terms")).entity(added).build());
    }

    /** What became of each creator. */
    @Schema(name = "NoticeOutcomes")
    public record NoticeOutcomes(List<NoticeOutcome> items) {}

    /** Names the page in the contract. */
    @Schema(name = "DueCreatorPage")
    private record DueCreatorPage(List<DueCreator> items, PageLinks page) {}
}
