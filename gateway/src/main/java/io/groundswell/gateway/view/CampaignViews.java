package io.groundswell.gateway.view;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

import io.groundswell.gateway.upstream.Upstream;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes campaign views: all parts at once, each fresh, stale or unavailable for itself. */
@Singleton
class CampaignViews {
    private static final Logger LOG = Logger.getLogger(CampaignViews.class);

    private final RemoteParts remote;
    private final LastGoodParts lastGood;
    private final Clock clock;

    CampaignViews(RemoteParts remote, LastGoodParts lastGood, Clock clock) {
        this.remote = remote;
        this.lastGood = lastGood;
        this.clock = clock;
    }

    /**
     * Returns the view, within the deadline that every part has.
     *
     * @throws ProblemException 404 when campaign-service says that the workspace has no such campaign
     */
    Uni<CampaignView> view(UUID campaign, Set<PartName> names, Caller caller) {
        List<Uni<Map.Entry<PartName, Part>>> asked = new ArrayList<>();
        for (PartName name : names) {
            asked.add(part(name, campaign, caller).map(part -> Map.entry(name, part)));
        }
        return Uni.join().all(asked).andFailFast().map(entries -> {
            Map<PartName, Part> parts = new EnumMap<>(PartName.class);
            entries.forEach(entry -> parts.put(entry.getKey(), entry.getValue()));
            return new CampaignView(campaign, clock.instant(), CampaignView.Parts.of(parts));
        });
    }

    private Uni<Part> part(PartName name, UUID campaign, Caller caller) {
        if (!caller.may(name.scope())) {
            return Uni.createFrom().item(Part.unavailable(
                    Part.Reason.of(ProblemType.FORBIDDEN, "The token lacks the scope " + name.scope() + ".")));
        }
        return remote.ask(name, campaign, caller)
                .map(answer -> switch (answer) {
                    case Answer.Given given -> fresh(name, campaign, caller, given.data());
                    case Answer.Refused refused -> refused(name, campaign, caller, refused.status());
                })
                .onFailure(failure -> !(failure instanceof ProblemException))
                .recoverWithItem(failure -> silent(name, campaign, caller, failure));
    }

    private Part fresh(PartName name, UUID campaign, Caller caller, JsonNode data) {
        Part fresh = Part.fresh(clock.instant(), data);
        lastGood.keep(caller, campaign, name, fresh);
        return fresh;
    }

    private Part refused(PartName name, UUID campaign, Caller caller, int status) {
        if (status == 404 && name.upstream() == Upstream.CAMPAIGN) {
            lastGood.forget(caller, campaign);
            throw ProblemException.notFound("campaign", campaign);
        }
        String service = "The " + name.upstream().serviceName();
        return switch (status) {
            case 401, 403 -> Part.unavailable(Part.Reason.of(ProblemType.FORBIDDEN,
                    service + " refuses the token."));
            case 404 -> Part.unavailable(Part.Reason.of(ProblemType.NOT_FOUND, service + " knows nothing of this campaign."));
            case 429 -> lastGoodOr(name, campaign, caller,
                    Part.Reason.of(ProblemType.TOO_MANY_REQUESTS, service + " takes no more requests at the moment."));
            default -> lastGoodOr(name, campaign, caller,
                    Part.Reason.of(ProblemType.BAD_GATEWAY, service + " did not understand the question."));
        };
    }

    private Part silent(PartName name, UUID campaign, Caller caller, Throwable failure) {
        String service = "The " + name.upstream().serviceName();
        LOG.warnf("Part %s of campaign %s [%s]: %s", name.jsonName(), campaign, caller.requestId(), failure);
        return lastGoodOr(name, campaign, caller, reason(service, failure));
    }

    private static Part.Reason reason(String service, Throwable failure) {
        if (failure instanceof TimeoutException) {
            return Part.Reason.of(ProblemType.GATEWAY_TIMEOUT, service + " did not answer in time.");
        }
        if (failure instanceof BrokenAnswer) {
            return Part.Reason.of(ProblemType.BAD_GATEWAY, service + " answered with an error.");
        }
        return Part.Reason.of(ProblemType.SERVICE_UNAVAILABLE, service + " cannot be reached at the moment.");
    }

    private Part lastGoodOr(PartName name, UUID campaign, Caller caller, Part.Reason reason) {
        Part known = lastGood.find(caller, campaign, name);
        return known == null ? Part.unavailable(reason) : known.asStale(reason);
    }
}
