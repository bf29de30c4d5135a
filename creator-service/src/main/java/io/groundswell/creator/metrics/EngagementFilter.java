package io.groundswell.creator.metrics;

import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.kit.problem.ProblemException;

/** Of which accounts engagement is asked for, and how it is to be made. What is absent is decided by the network's rule. */
public class EngagementFilter {
    @QueryParam("network")
    @Parameter(description = "Accounts on this network")
    @Nullable
    Network network;
    @QueryParam("accountId")
    @Parameter(description = "This account")
    @Nullable
    UUID accountId;
    @QueryParam("method")
    @Parameter(description = "What reactions are divided by; default: the rule of the network")
    @Nullable
    Method method;
    @QueryParam("aggregator")
    @Parameter(description = "How the rates of posts become one; default: the rule of the network")
    @Nullable
    Aggregator aggregator;
    @QueryParam("windowDays")
    @Parameter(description = "Posts published in so many days count; default: the rule of the network", schema = @Schema(minimum = "1", maximum = "3650"), example = "90")
    @Nullable
    Integer windowDays;

    boolean admits(UUID account, Network ofAccount) {
        return (accountId == null || accountId.equals(account)) && (network == null || network == ofAccount);
    }

    RateRequest request() {
        if (windowDays != null && (windowDays < 1 || windowDays > EngagementRule.MOST_DAYS)) {
            throw ProblemException.parameter("windowDays", "out-of-range",
                    "windowDays must be from 1 to %d.".formatted(EngagementRule.MOST_DAYS));
        }
        return new RateRequest(method, aggregator, windowDays);
    }
}
