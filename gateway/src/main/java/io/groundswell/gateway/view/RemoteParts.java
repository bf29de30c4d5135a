package io.groundswell.gateway.view;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.groundswell.gateway.upstream.Upstream;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Asks the services. Each has one circuit breaker over all that is asked of it: when half of the last ten answers failed to
 * come, it is left alone for a while and its parts fail at once instead of at the deadline. Refusals (4xx) are answers.
 */
@Singleton
class RemoteParts {
    private static final TypeLiteral<Uni<Answer>> ANSWER = new TypeLiteral<>() {
        private static final long serialVersionUID = 1L;
    };
    private static final int LAST_ANSWERS = 10;
    private static final int TOP = 5;

    private final CampaignService campaigns;
    private final CreatorService creators;
    private final AdvocacyService advocacy;
    private final Map<Upstream, Guard> guards = new EnumMap<>(Upstream.class);

    RemoteParts(@RestClient CampaignService campaigns, @RestClient CreatorService creators,
            @RestClient AdvocacyService advocacy, ViewSettings settings) {
        this.campaigns = campaigns;
        this.creators = creators;
        this.advocacy = advocacy;
        for (Upstream upstream : Upstream.values()) {
            guards.put(upstream, guard(upstream, settings.deadline(), settings.pauseAfterFailures()));
        }
    }

    private static Guard guard(Upstream upstream, Duration deadline, Duration pause) {
        return Guard.create().withDescription(upstream.serviceName())
                .withCircuitBreaker().name(upstream.serviceName()).requestVolumeThreshold(LAST_ANSWERS).failureRatio(0.5)
                .delay(pause.toMillis(), ChronoUnit.MILLIS).done()
                .withTimeout().duration(deadline.toMillis(), ChronoUnit.MILLIS).done()
                .build();
    }

    /** Asks for one part; fails when no answer comes within the deadline. */
    Uni<Answer> ask(PartName part, UUID campaign, Caller caller) {
        return Objects.requireNonNull(guards.get(part.upstream())).get(() -> answer(request(part, campaign, caller)), ANSWER);
    }

    private Uni<JsonNode> request(PartName part, UUID campaign, Caller caller) {
        String token = caller.authorization();
        String id = caller.requestId();
        return switch (part) {
            case CAMPAIGN -> campaigns.campaign(token, id, campaign);
            case KPIS -> campaigns.kpis(token, id, campaign);
            case NEWEST_POSTS -> campaigns.posts(token, id, campaign, true, TOP);
            case TOP_CREATORS -> creators.creators(token, id, campaign, "-posts", TOP);
            case EMPLOYEE_SHARES -> advocacy.shareTotals(token, id, campaign);
        };
    }

    /** Returns what a service said, or fails when it said nothing that can be understood. */
    static Uni<Answer> answer(Uni<JsonNode> asked) {
        return asked.<Answer>map(Answer.Given::new)
                .onFailure(WebApplicationException.class).recoverWithUni(RemoteParts::refused);
    }

    /** A refusal is an answer; an error, or a success without JSON, is none. */
    private static Uni<Answer> refused(Throwable failure) {
        int status = ((WebApplicationException) failure).getResponse().getStatus();
        return status / 100 == 4
                ? Uni.createFrom().item(new Answer.Refused(status))
                : Uni.createFrom().failure(new BrokenAnswer(status));
    }
}
