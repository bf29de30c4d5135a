package io.groundswell.campaign.listening;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.kit.bulk.BulkLine;
import io.groundswell.kit.bulk.LineOutcome;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What became of one post of one line. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IngestOutcome")
record ListeningOutcome(
        @Schema(description = "Line of the body, from 1") long line,
        @Schema(description = "Position within a line that carries several posts, from 0") @Nullable Integer item,
        Outcome outcome,
        @Nullable Network network,
        @Nullable String networkPostId,
        @Nullable UUID postId,
        @Nullable List<UUID> campaignIds,
        @Schema(description = "Why it was rejected, kebab-case and stable") @Nullable String code,
        @Schema(description = "Where in the line, a JSON pointer as URI fragment") @Nullable String pointer,
        @Nullable String detail) implements LineOutcome {

    /** The outcomes there are; clients must expect new ones. */
    enum Outcome {
        /** New, and belongs to a live campaign: kept. */
        MATCHED,
        /** Known, and seen with newer content or figures. */
        UPDATED,
        /** Known, and nothing about it is newer. */
        UNCHANGED,
        /** Belongs to no live campaign: not kept. */
        UNMATCHED,
        /** Known, and deleted at its source, alone or with its author's account. */
        WITHDRAWN,
        /** Of no concern. */
        IGNORED,
        /** Not acceptable; the rest of the body is not affected. */
        REJECTED
    }

    static ListeningOutcome unreadable(BulkLine.Unreadable line) {
        return new ListeningOutcome(line.number(), null, Outcome.REJECTED, null, null, null, null, line.code(), "#",
                line.detail());
    }

    static ListeningOutcome rejected(Origin origin, SourceItem.Rejected item) {
        return new ListeningOutcome(origin.line(), origin.item(), Outcome.REJECTED, null, null, null, null, item.code(),
                item.pointer(), item.detail());
    }

    static ListeningOutcome refused(Received received) {
        return new ListeningOutcome(received.origin().line(), received.origin().item(), Outcome.REJECTED, received.network(),
                received.networkPostId(), null, null, "not-storable", "#", "The database refused this content.");
    }

    static ListeningOutcome ignored(Origin origin, @Nullable Network network, @Nullable String networkPostId, String detail) {
        return new ListeningOutcome(origin.line(), origin.item(), Outcome.IGNORED, network, networkPostId, null, null, null,
                null, detail);
    }

    static ListeningOutcome of(Received received, Outcome outcome, @Nullable UUID postId, @Nullable List<UUID> campaignIds) {
        return new ListeningOutcome(received.origin().line(), received.origin().item(), outcome, received.network(),
                received.networkPostId(), postId, campaignIds, null, null, null);
    }

    static ListeningOutcome withdrawn(Received.AccountRemoval removal, int posts) {
        return new ListeningOutcome(removal.origin().line(), removal.origin().item(), Outcome.WITHDRAWN, removal.network(),
                null,
                null, null, null, null, "The account is gone, and with it %d of the posts that were kept.".formatted(posts));
    }

    /** Where something stood in the body. */
    record Origin(long line, @Nullable Integer item) {}

    /** Something to store, with its place in the body. */
    sealed interface Received {
        Origin origin();

        Network network();

        @Nullable
        String networkPostId();

        record Post(Origin origin, NetworkPost post) implements Received {
            @Override
            public Network network() {
                return post.network();
            }

            @Override
            public String networkPostId() {
                return post.networkPostId();
            }
        }

        record Deletion(Origin origin, Network network, String networkPostId) implements Received {}

        record AccountRemoval(Origin origin, Network network, String authorKey) implements Received {
            @Override
            public @Nullable String networkPostId() {
                return null;
            }
        }
    }
}
