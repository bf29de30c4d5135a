package io.groundswell.campaign.rights.licence;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What one grant permits.
 *
 * @param territories empty: everywhere
 * @param endsAt first moment in which nothing is permitted any more; null: none is set
 */
public record GrantedRights(UUID id, GrantState state, Set<RightsAction> actions, Set<Channel> channels,
        Set<String> territories,
        Instant startsAt, @Nullable Instant endsAt) {

    public GrantedRights {
        actions = Set.copyOf(actions);
        channels = Set.copyOf(channels);
        territories = Set.copyOf(territories);
    }
}
