package io.groundswell.campaign.rights.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.text.FoldedTerm;
import io.groundswell.campaign.text.TextTerms;

/** What a reply must fulfil to grant, all of it. */
enum ReplyCondition {
    /** Whoever published the post replied. */
    SAME_AUTHOR,
    /** The reply was published after the request was sent. */
    AFTER_REQUEST,
    /** It has the approval hashtag. */
    APPROVAL_HASHTAG,
    /** It has the brand's mention. */
    BRAND_MENTION,
    /** It was neither edited nor deleted. */
    UNCHANGED;

    /** Returns what the reply does not fulfil; empty when it grants. */
    static List<ReplyCondition> failed(Reply reply, RightsRequest request) {
        TextTerms terms = TextTerms.in(reply.text() == null ? "" : reply.text());
        List<ReplyCondition> failed = new ArrayList<>();
        if (!isSameAuthor(reply, request)) {
            failed.add(SAME_AUTHOR);
        }
        if (!isAfter(reply.publishedAt(), request.sentAt())) {
            failed.add(AFTER_REQUEST);
        }
        if (!terms.hashtags().contains(FoldedTerm.of(request.approvalHashtag()))) {
            failed.add(APPROVAL_HASHTAG);
        }
        if (!terms.mentions().contains(FoldedTerm.of(request.brandMention()))) {
            failed.add(BRAND_MENTION);
        }
        if (reply.gone() || reply.editedAt() != null) {
            failed.add(UNCHANGED);
        }
        return failed;
    }

    /** By the network's id when both sides tell it, because a handle may have gone to somebody else; else by the folded handle. */
    private static boolean isSameAuthor(Reply reply, RightsRequest request) {
        boolean isKnownById = !request.authorKey().startsWith("@");
        if (isKnownById && reply.authorId() != null) {
            return request.authorKey().equals(reply.authorId());
        }
        String handle = reply.authorHandle();
        String asked = isKnownById ? request.authorHandle() : request.authorKey();
        return handle != null && asked != null && FoldedTerm.of(handle).equals(FoldedTerm.of(asked));
    }

    private static boolean isAfter(@Nullable Instant published, @Nullable Instant sent) {
        return published != null && sent != null && published.isAfter(sent);
    }
}
