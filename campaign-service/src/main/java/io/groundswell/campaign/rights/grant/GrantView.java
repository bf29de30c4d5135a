package io.groundswell.campaign.rights.grant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.rights.licence.Channel;
import io.groundswell.campaign.rights.licence.GrantState;
import io.groundswell.campaign.rights.licence.RightsAction;
import io.groundswell.kit.precondition.EntityTag;

/** A grant as the API shows it. */
@Schema(name = "RightsGrant")
public record GrantView(
        UUID id,
        UUID postId,
        @Schema(description = "The request that it answers; null when it was obtained elsewhere") @Nullable UUID requestId,
        @Schema(description = "ACTIVE, EXPIRING (its end is near), EXPIRED or REVOKED; the last two permit nothing") GrantState state,
        List<RightsAction> actions,
        List<Channel> channels,
        @Schema(description = "Empty: everywhere") List<String> territories,
        Instant startsAt,
        @Schema(description = "First moment in which nothing is permitted any more; null: until it is revoked") @Nullable Instant endsAt,
        @Nullable String attribution,
        GrantedVia grantedVia,
        Instant grantedAt,
        Evidence evidence,
        @Nullable Instant endedAt,
        @Schema(description = "TIME_OVER, REPLY_EDITED, REPLY_DELETED, REVOKED_BY_AUTHOR, REVOKED_BY_BRAND or AUTHOR_ERASED") @Nullable String endReason,
        @Schema(description = "What the brand said about it") @Nullable String endNote,
        @Schema(description = "Grows with each change; the ETag is made of it") long version) {

    EntityTag tag() {
        return EntityTag.of(id, version);
    }
}
