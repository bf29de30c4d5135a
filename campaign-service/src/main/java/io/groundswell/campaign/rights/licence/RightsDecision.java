package io.groundswell.campaign.rights.licence;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Whether a use is permitted, and by what. One grant must permit all of it: what two grants permit in part is not put together.
 *
 * @param grantId the grant that permits it, or the one that came closest; null without any
 * @param reason one sentence for people
 */
public record RightsDecision(boolean allowed, Clause clause, @Nullable UUID grantId, String reason) {

    /** Returns the decision on a use of a post with these grants. */
    public static RightsDecision decide(Collection<GrantedRights> grants, RightsUse use) {
        RightsDecision best = denied(Clause.NO_GRANT, null,
                "Nobody granted rights to this post; what is not permitted is prohibited.");
        for (GrantedRights grant : grants) {
            RightsDecision decision = decide(grant, use);
            if (decision.clause.compareTo(best.clause) > 0) {
                best = decision;
            }
        }
        return best;
    }

    /** Returns the decision on a post that is gone, whatever was granted. */
    public static RightsDecision withdrawn() {
        return denied(Clause.POST_WITHDRAWN, null, "The post is withdrawn; nothing can be done with it.");
    }

    private static RightsDecision decide(GrantedRights grant, RightsUse use) {
        Instant end = grant.endsAt();
        String territory = use.territory();
        if (!grant.state().permits()) {
            return denied(Clause.GRANT_ENDED, grant, "The grant is " + grant.state() + ".");
        } else if (use.at().isBefore(grant.startsAt())) {
            return denied(Clause.TIME, grant, "The grant begins at " + grant.startsAt() + ".");
        } else if (end != null && !use.at().isBefore(end)) {
            return denied(Clause.TIME, grant, "The grant ended at " + end + ".");
        } else if (!grant.actions().contains(use.action())) {
            return denied(Clause.ACTION, grant, use.action() + " was not granted.");
        } else if (!grant.channels().contains(use.channel())) {
            return denied(Clause.CHANNEL, grant, "The channel " + use.channel() + " was not granted.");
        } else if (!grant.territories().isEmpty() && (territory == null || !grant.territories().contains(territory))) {
            return denied(Clause.TERRITORY, grant, territory == null
                    ? "The grant holds in some countries only; say in which one the use can be seen."
                    : "The territory " + territory + " was not granted.");
        }
        return new RightsDecision(true, Clause.PERMITTED, grant.id(),
                "The author granted %s on %s%s.".formatted(use.action(), use.channel(), end == null ? "" : " until " + end));
    }

    private static RightsDecision denied(Clause clause, @Nullable GrantedRights grant, String reason) {
        return new RightsDecision(false, clause, grant == null ? null : grant.id(), reason);
    }
}
