package io.groundswell.campaign.listening;

import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PublicReads;
import io.groundswell.kit.bulk.BulkFormat;
import io.groundswell.kit.bulk.BulkReport;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.common.annotation.Blocking;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Posts in, from any network, by the line. */
@Path("/v1/posts/ingest")
@Tag(name = "Posts", description = "What people published: ingest, look, decide")
public class IngestResource {
    private final WorkspaceDatabase database;
    private final PostIntake intake;
    private final PublicReads publicReads;
    private final CurrentWorkspace current;
    private final ObjectMapper json;
    private final Clock clock;

    IngestResource(WorkspaceDatabase database, PostIntake intake, PublicReads publicReads, CurrentWorkspace current,
            ObjectMapper json, Clock clock) {
        this.database = database;
        this.intake = intake;
        this.publicReads = publicReads;
        this.current = current;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @Blocking
    @Consumes(BulkFormat.NDJSON_TYPE)
    @Produces(BulkFormat.NDJSON_TYPE)
    @RolesAllowed("campaigns:write")
    @Operation(operationId = "ingestPosts", summary = "Ingest posts", description = """
            One JSON document per line, each in the neutral format or a network's own: a Mastodon Status, a Bluesky Jetstream \
            event, media of the Instagram Graph API, videos of the YouTube Data API v3 or of TikTok's API v2, a page of X API \
            v2's search; they may be mixed. The report streams back while the body is sent: one line per \
            post in order, written after its batch committed, then a summary. Bad lines are reported and lose no other. A post \
            is known by its network and the network's id: sending it again changes nothing unless it was observed later with \
            different content. A line may have 1 MiB; the body may have any size.""")
    @RequestBody(content = @Content(mediaType = BulkFormat.NDJSON_TYPE, schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING), examples = @ExampleObject(name = "neutral", value = """
            {"network":"INSTAGRAM","id":"1790","publishedAt":"2026-05-04T09:30:00Z","text":"First cup #SpringRoast","author":{"handle":"mila.pours","followers":4200},"engagement":{"likes":180,"comments":12}}""")))
    @APIResponse(responseCode = "200", description = "The report, one JSON object per line", content = @Content(mediaType = BulkFormat.NDJSON_TYPE, schema = @Schema(implementation = ListeningOutcome.class), examples = @ExampleObject(name = "matched", value = """
            {"line":1,"outcome":"MATCHED","network":"INSTAGRAM","networkPostId":"1790","postId":"0199c5a0-7d1e-7c3b-9b0f-1f2e3d4c5b6a","campaignIds":["0199c59f-0000-7000-8000-000000000001"]}""")))
    public StreamingOutput ingest(
            @Parameter(description = "When the payloads were read from their networks, for those that do not tell; default: now", example = "2026-05-04T10:00:00Z") @QueryParam("observedAt") @Nullable String observedAt,
            InputStream body) {
        var ingestion = new Ingestion(database, intake, publicReads, current.get(), seenAt(observedAt));
        return new BulkReport<>(BulkFormat.NDJSON.read(body, json), ingestion, json.writer(), ListeningOutcome.Outcome.class);
    }

    private Instant seenAt(@Nullable String observedAt) {
        Instant now = clock.instant();
        if (observedAt == null) {
            return now;
        }
        try {
            Instant told = Instant.parse(observedAt);
            if (!told.isAfter(now)) {
                return told;
            }
        } catch (DateTimeException e) {
            // Refused below, like a time that has not come.
        }
        throw ProblemException.parameter("observedAt", "invalid-time",
                "observedAt must be an RFC 3339 time in UTC that has passed, such as 2026-05-04T10:00:00Z.");
    }
}
