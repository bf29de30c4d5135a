package io.groundswell.gateway.view;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.groundswell.gateway.upstream.Upstream;
import io.groundswell.gateway.view.CampaignService.PostSelection;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Collects what the services keep on a person. Unlike a view, it is all or nothing: a person who asks what is kept is not
 * told a part of it as if it were the whole.
 */
@Singleton
class PersonalDataExports {
    private static final Logger LOG = Logger.getLogger(PersonalDataExports.class);
    private static final int POSTS_AT_A_TIME = 500;
    private static final int RETRY_SECONDS = 5;
    private static final String NOTHING = " Nothing is shown, because it would not be everything.";

    private final CreatorService creators;
    private final CampaignService campaigns;
    private final AdvocacyService advocacy;
    private final Clock clock;

    PersonalDataExports(@RestClient CreatorService creators, @RestClient CampaignService campaigns,
            @RestClient AdvocacyService advocacy, Clock clock) {
        this.creators = creators;
        this.campaigns = campaigns;
        this.advocacy = advocacy;
        this.clock = clock;
    }

    /**
     * Returns everything, or fails with a problem that names the service whose part is missing.
     *
     * @throws ProblemException 404 when the workspace has no such creator; 502, 503 or 504 when a service does not answer
     */
    Uni<PersonalDataView> of(UUID creatorId, Caller caller) {
        String token = caller.authorization();
        String request = caller.requestId();
        return answered(Upstream.CREATOR, creators.personalData(token, request, creatorId))
                .onItem().ifNull().failWith(() -> ProblemException.notFound("creator", creatorId))
                .chain(creator -> posts(creator, caller)
                        .chain(posts -> employee(creator, caller)
                                .map(employee -> new PersonalDataView(creatorId, clock.instant(), creator, posts, employee))));
    }

    private Uni<List<JsonNode>> posts(JsonNode creator, Caller caller) {
        List<UUID> ids = new ArrayList<>();
        creator.path("kept").path("posts").forEach(post -> ids.add(UUID.fromString(post.path("postId").asText())));
        List<JsonNode> posts = new ArrayList<>();
        Uni<Void> asked = Uni.createFrom().voidItem();
        for (int from = 0; from < ids.size(); from += POSTS_AT_A_TIME) {
            var selection = new PostSelection(ids.subList(from, Math.min(ids.size(), from + POSTS_AT_A_TIME)));
            asked = asked.chain(() -> answered(Upstream.CAMPAIGN,
                    campaigns.personalData(caller.authorization(), caller.requestId(), selection)))
                    .invoke(answer -> {
                        if (answer == null) {
                            throw broken(Upstream.CAMPAIGN);
                        }
                        answer.path("items").forEach(posts::add);
                    })
                    .replaceWithVoid();
        }
        return asked.replaceWith(posts);
    }

    /** A link to somebody who is not on the roster leads nowhere, and nothing is kept there. */
    private Uni<@Nullable JsonNode> employee(JsonNode creator, Caller caller) {
        JsonNode id = creator.path("creator").path("employeeId");
        return id.isTextual()
                ? answered(Upstream.ADVOCACY, advocacy.personalData(caller.authorization(), caller.requestId(),
                        UUID.fromString(id.asText())))
                : Uni.createFrom().nullItem();
    }

    /** Returns what the service said; null when it knows nothing of what it was asked for. */
    private static Uni<@Nullable JsonNode> answered(Upstream upstream, Uni<JsonNode> asked) {
        return RemoteParts.answer(asked)
                .onFailure().transform(failure -> missing(upstream, failure))
                .map(answer -> switch (answer) {
                    case Answer.Given given -> given.data();
                    case Answer.Refused refused -> refused(upstream, refused.status());
                });
    }

    private static @Nullable JsonNode refused(Upstream upstream, int status) {
        return switch (status) {
            case 404 -> null;
            case 401, 403 -> throw ProblemException.of(ProblemType.FORBIDDEN,
                    "The " + upstream.serviceName() + " refuses the token." + NOTHING);
            default -> throw broken(upstream);
        };
    }

    private static ProblemException missing(Upstream upstream, Throwable failure) {
        LOG.warnf("Personal data of %s: %s", upstream.serviceName(), failure);
        if (failure instanceof BrokenAnswer) {
            return broken(upstream);
        }
        return failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException
                ? ProblemException.of(ProblemType.GATEWAY_TIMEOUT,
                        "The " + upstream.serviceName() + " did not answer in time." + NOTHING)
                : ProblemException.unavailable(
                        "The " + upstream.serviceName() + " cannot be reached at the moment." + NOTHING, RETRY_SECONDS);
    }

    private static ProblemException broken(Upstream upstream) {
        return ProblemException.of(ProblemType.BAD_GATEWAY,
                "The " + upstream.serviceName() + " answered with an error." + NOTHING);
    }
}
