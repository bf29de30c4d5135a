package io.groundswell.campaign.rights.request;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;

/** What became of a reply. */
@Schema(name = "RightsReplyOutcome")
public record ReplyOutcome(
        Network network,
        String replyId,
        @Schema(description = "GRANTED; NOT_GRANTED, `failed` says why; REVOKED: it had granted and was edited or deleted; UNCHANGED: nothing new; IGNORED: it answers no open request") Outcome outcome,
        @Schema(description = "The conditions that it does not fulfil: SAME_AUTHOR, AFTER_REQUEST, APPROVAL_HASHTAG, BRAND_MENTION, UNCHANGED") List<String> failed,
        @Nullable UUID requestId,
        @Nullable UUID grantId) {

    /** An open list. */
    public enum Outcome {
        GRANTED, NOT_GRANTED, REVOKED, UNCHANGED, IGNORED
    }

    static ReplyOutcome of(Reply reply, Outcome outcome, @Nullable UUID requestId, @Nullable UUID grantId) {
        return new ReplyOutcome(reply.network(), reply.replyId(), outcome, List.of(), requestId, grantId);
    }

    static ReplyOutcome notGranted(Reply reply, List<ReplyCondition> failed, UUID requestId) {
        return new ReplyOutcome(reply.network(), reply.replyId(), Outcome.NOT_GRANTED,
                failed.stream().map(ReplyCondition::name).toList(), requestId, null);
    }
}
