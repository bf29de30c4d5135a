package io.groundswell.campaign.rights.request;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A reply as its network tells it now. Of a deleted one, the network and the reply's id are enough. */
@Schema(name = "RightsReply")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reply(
        @Schema(required = true) Network network,
        @Schema(required = true, description = "The network's id of the reply") String replyId,
        @Schema(description = "The network's id of the post that is answered") @Nullable String networkPostId,
        @Schema(description = "The network's id of whoever replied; this or authorHandle") @Nullable String authorId,
        @Nullable String authorHandle,
        @Nullable String text,
        @Nullable Instant publishedAt,
        @Schema(description = "When it was changed; left out when it never was") @Nullable Instant editedAt,
        @Schema(description = "Whether it is gone; default: false") @Nullable Boolean deleted) {

    private static final int LONGEST_ID = 500;
    private static final int LONGEST_TEXT = 10_000;

    public Reply {
        InvalidValue.require(network, "network");
        require("replyId", InvalidValue.require(replyId, "replyId"), LONGEST_ID);
        requireIfTold("networkPostId", networkPostId, LONGEST_ID);
        requireIfTold("authorId", authorId, LONGEST_ID);
        requireIfTold("authorHandle", authorHandle, LONGEST_ID);
        if (text != null && (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0)) {
            throw new InvalidValue("text", "invalid",
                    "May have %d characters at most, without U+0000.".formatted(LONGEST_TEXT));
        }
        if (!Boolean.TRUE.equals(deleted)) {
            InvalidValue.require(networkPostId, "networkPostId");
            InvalidValue.require(authorId == null ? authorHandle : authorId, "authorId");
            InvalidValue.require(text, "text");
            InvalidValue.require(publishedAt, "publishedAt");
        }
    }

    /** Tells whether the reply is no longer there. */
    boolean gone() {
        return Boolean.TRUE.equals(deleted);
    }

    private static void requireIfTold(String field, @Nullable String value, int longest) {
        if (value != null) {
            require(field, value, longest);
        }
    }

    private static void require(String field, String value, int longest) {
        if (value.isBlank() || value.length() > longest || value.indexOf('\0') >= 0) {
            throw new InvalidValue(field, "invalid", "Must be 1 to %d characters.".formatted(longest));
        }
    }
}
