package io.groundswell.campaign.rights.request;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.rights.licence.LicenceTerms;
import io.groundswell.kit.precondition.EntityTag;

/** A request as the API shows it. */
@Schema(name = "RightsRequest")
public record RequestView(
        UUID id,
        UUID postId,
        Network network,
        @Schema(description = "Null when the network tells none, or the author was erased") @Nullable String authorHandle,
        @Schema(description = "DRAFT, SENT, GRANTED, DECLINED, EXPIRED or BLOCKED") RequestState state,
        LicenceTerms terms,
        String approvalHashtag,
        String brandMention,
        RequestLocale locale,
        @Schema(description = "Exactly what is to be posted, once it is sent; plain text") @Nullable String text,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Schema(description = "From then on it can no longer be answered") @Nullable Instant expiresAt,
        @Nullable Instant decidedAt,
        @Schema(description = "Why it is blocked: AUTHOR_DECLINED or AUTHOR_ERASED") @Nullable String reason,
        @Schema(description = "Grows with each change; the ETag is made of it") long version) {

    static RequestView of(RightsRequest request) {
        return new RequestView(request.id(), request.postId(), request.network(), request.authorHandle(), request.state(),
                request.terms(), request.approvalHashtag(), request.brandMention(), request.locale(), request.text(),
                request.createdAt(), request.sentAt(), request.expiresAt(), request.decidedAt(), request.reason(),
                request.version());
    }

    EntityTag tag() {
        return EntityTag.of(id, version);
    }
}
