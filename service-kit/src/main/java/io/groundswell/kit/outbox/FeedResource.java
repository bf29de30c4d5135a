package io.groundswell.kit.outbox;

import java.time.Duration;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;

/** The service's event feed over HTTP. */
@Path("/v1/events")
@Tag(name = "Events", description = "What happened, told to other services")
@IfBuildProperty(name = "groundswell.database", stringValue = "true", enableIfMissing = true)
public class FeedResource {
    private static final int MAX_LIMIT = 1000;
    private static final int MAX_WAIT_SECONDS = 25;

    private final Feed feed;
    private final CurrentWorkspace workspace;

    FeedResource(Feed feed, CurrentWorkspace workspace) {
        this.feed = feed;
        this.workspace = workspace;
    }

    @GET
    @Produces("application/cloudevents-batch+json")
    @RolesAllowed("events:read")
    @Operation(operationId = "readEvents", summary = "Read the event feed", description = """
            Events in commit order as a CloudEvents 1.0 batch. Pass the last event's `position` as `after` to go on; store it \
            in the transaction of what you do with the events and each has its effect exactly once. A token of one workspace \
            sees that workspace's events.""")
    @APIResponse(responseCode = "200", description = "The events after the position, oldest first; empty when none came in time", content = @Content(schema = @Schema(implementation = FeedEvent[].class), examples = @ExampleObject(name = "launched", value = """
            [{"specversion":"1.0","id":"0199c5a0-7d1e-7c3b-9b0f-1f2e3d4c5b6a","source":"/campaign-service",
            "type":"campaign.launched","subject":"0199c59f-0000-7000-8000-000000000001",
            "time":"2026-05-04T09:30:00Z","datacontenttype":"application/json","workspace":"acme",
            "position":"7312-5","data":{"name":"Spring roast"}}]""")))
    public Uni<List<FeedEvent>> read(
            @Parameter(description = "Position of the last event seen; absent to start at the first", example = "7312-5") //
            @QueryParam("after") @Nullable String after,
            @Parameter(description = "Seconds to wait for an event when there is none: 0 to 25", example = "20") //
            @QueryParam("wait") @DefaultValue("0") int wait,
            @Parameter(description = "Events at most: 1 to 1000", example = "500") //
            @QueryParam("limit") @DefaultValue("500") int limit,
            @Parameter(description = """
                    Types of events, separated by commas; absent for all. The last event of an answer may be of another type: it is \
                    the last that was looked at, and its position leads on past those that were left out""", example = "creator.merged,creator.erased", schema = @Schema(implementation = String.class)) //
            @QueryParam("types") @Nullable EventTypes types) {
        requireWithin("wait", wait, 0, MAX_WAIT_SECONDS);
        requireWithin("limit", limit, 1, MAX_LIMIT);
        FeedPosition position = after == null ? FeedPosition.START : FeedPosition.parse(after);
        return feed.read(workspace.getOrEvery(), position, types == null ? EventTypes.ALL : types, limit,
                Duration.ofSeconds(wait));
    }

    private static void requireWithin(String parameter, int value, int least, int most) {
        if (value < least || value > most) {
            throw ProblemException.parameter(parameter, "out-of-range",
                    "%s must be from %d to %d.".formatted(parameter, least, most));
        }
    }
}
