package io.groundswell.campaign.rights.grant;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.rights.licence.LicenceTerms;

/**
 * A grant to be made.
 *
 * @param requestId what was asked; null for a grant that was obtained elsewhere
 * @param network of the reply; null without one
 * @param expiringDays how many days before its end a grant is shown as expiring
 */
public record NewGrant(UUID id, UUID postId, @Nullable UUID requestId, LicenceTerms terms, GrantedVia via, Evidence evidence,
        @Nullable Network network, int expiringDays) {}
