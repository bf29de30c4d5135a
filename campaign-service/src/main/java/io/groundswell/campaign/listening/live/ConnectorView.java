package io.groundswell.campaign.listening.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.EntityTag;

/** A connector as the API shows it. */
@Schema(name = "Connector")
public record ConnectorView(
        UUID id,
        ConnectorKind kind,
        String name,
        String url,
        @Nullable String stream,
        List<String> wantedDids,
        @Schema(description = "Whether an access token is kept; it is never shown") boolean hasAccessToken,
        Listening listening,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Grows with each change of the settings; the ETag is made of it. How listening goes changes without it") long version) {

    EntityTag tag() {
        return EntityTag.of(id, version);
    }

    /** How listening goes. */
    @Schema(name = "ConnectorListening")
    public record Listening(
            ConnectorState state,
            Instant since,
            @Schema(description = "The network's time of the last event that was stored") @Nullable Instant lastEventAt,
            @Schema(description = "While LISTENING: seconds from the network's time of the last stored event to its storing. In other states: seconds since anything was heard. Null while nothing was") @Nullable Double lagSeconds,
            @Schema(description = "How far it has come: of Bluesky microseconds since 1970, of Mastodon the server's number of the last status") @Nullable String position,
            Counts counts,
            @Schema(description = "Why the connection last failed or broke; null while it has not") @Nullable String lastError,
            @Nullable Instant nextAttemptAt) {}

    /** Events, repeats included. received = matched + withdrawn + ignored + rejected. */
    @Schema(name = "ConnectorCounts")
    public record Counts(
            @Schema(description = "Events that came and are stored or dealt with") long received,
            @Schema(description = "Posts of live campaigns that were kept or brought up to date") long matched,
            @Schema(description = "Deletions, and ends of accounts, of what was kept") long withdrawn,
            @Schema(description = "Of no live campaign or no concern, or known already") long ignored,
            @Schema(description = "Not readable, or too large") long rejected) {}
}
