package io.groundswell.campaign.listening.webhook;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.precondition.EntityTag;

/** A subscription as the API shows it. */
@Schema(name = "WebhookSubscription")
public record WebhookView(
        UUID id,
        String name,
        @Schema(description = "Behind the public address of this API, what to give Meta as callback URL; whoever knows it still needs the app's secret to be believed") String callbackPath,
        @Schema(description = "What to give Meta as verify token") String verifyToken,
        Instant createdAt,
        @Schema(description = "The ETag is made of it") long version) {

    EntityTag tag() {
        return EntityTag.of(id, version);
    }
}
