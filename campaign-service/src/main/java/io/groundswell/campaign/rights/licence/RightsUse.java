package io.groundswell.campaign.rights.licence;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One thing the brand wants to do.
 *
 * @param territory where it can be seen; null: everywhere
 */
public record RightsUse(RightsAction action, Channel channel, @Nullable String territory, Instant at) {

    public RightsUse {
        if (territory != null) {
            Territories.checked("territory", territory);
        }
    }
}
