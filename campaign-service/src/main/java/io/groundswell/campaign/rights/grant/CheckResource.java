package io.groundswell.campaign.rights.grant;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.rights.licence.Channel;
import io.groundswell.campaign.rights.licence.Clause;
import io.groundswell.campaign.rights.licence.RightsAction;
import io.groundswell.campaign.rights.licence.RightsDecision;
import io.groundswell.campaign.rights.licence.RightsUse;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.mutiny.Uni;

/** The question before every use, over HTTP. */
@Path("/v1/rights/check")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
public class CheckResource {
    private final GrantList grants;
    private final CurrentWorkspace current;
    private final Clock clock;

    CheckResource(GrantList grants, CurrentWorkspace current, Clock clock) {
        this.grants = grants;
        this.current = current;
        this.clock = clock;
    }

    @POST
    @RolesAllowed("campaigns:read")
    @Operation(operationId = "checkRights", summary = "Ask whether a post may be used in a certain way", description = """
            Ask before every use, not once: the answer is that of the moment. Denied unless one grant that holds permits action, \
            channel, territory and time together. Changes nothing.""")
    @APIResponse(responseCode = "200", description = "Allowed or denied, and by what", content = @Content(schema = @Schema(implementation = Answer.class)))
    public Uni<Answer> check(Question question) {
        Instant now = clock.instant();
        return grants.decide(current.get(), question.postId(), question.use(now))
                .map(decision -> Answer.of(question, decision));
    }

    /** A use that is thought of. */
    @Schema(name = "RightsQuestion")
    public record Question(
            @Schema(required = true) UUID postId,
            @Schema(required = true) RightsAction action,
            @Schema(required = true) Channel channel,
            @Schema(description = "ISO 3166-1 alpha-2: where it can be seen; without it, everywhere") @Nullable String territory,
            @Schema(description = "When; default: now. A grant that has been ended by now permits nothing at any time") @Nullable Instant at) {

        public Question {
            InvalidValue.require(postId, "postId");
            InvalidValue.require(action, "action");
            InvalidValue.require(channel, "channel");
            if (territory != null) {
                new RightsUse(action, channel, territory, Instant.EPOCH);
            }
        }

        RightsUse use(Instant now) {
            return new RightsUse(action, channel, territory, at == null ? now : at);
        }
    }

    /** What came out. */
    @Schema(name = "RightsAnswer")
    public record Answer(
            UUID postId,
            boolean allowed,
            @Schema(description = "POST_WITHDRAWN, NO_GRANT, GRANT_ENDED, TIME, ACTION, CHANNEL, TERRITORY or PERMITTED; an open list") Clause clause,
            @Schema(description = "The grant that permits it, or the one that came closest") @Nullable UUID grantId,
            @Schema(description = "One sentence for people") String reason) {

        static Answer of(Question question, RightsDecision decision) {
            return new Answer(question.postId(), decision.allowed(), decision.clause(), decision.grantId(), decision.reason());
        }
    }
}
