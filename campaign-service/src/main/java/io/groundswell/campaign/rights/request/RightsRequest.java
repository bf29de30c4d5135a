package io.groundswell.campaign.rights.request;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.rights.licence.LicenceTerms;
import io.groundswell.kit.problem.ProblemException;

/**
 * A request to one author for one post. Its terms never change, so that what was granted is what was asked.
 *
 * @param authorKey the network's id of the author, or the folded handle with {@code @}
 * @param text what is to be posted, once it was sent
 * @param expiresAt from then on it can no longer be answered
 * @param reason why it is blocked
 */
public record RightsRequest(UUID id, UUID postId, Network network, String authorKey, @Nullable String authorHandle,
        RequestState state, LicenceTerms terms, String approvalHashtag, String brandMention, RequestLocale locale,
        @Nullable String text, Instant createdAt, @Nullable Instant sentAt, @Nullable Instant expiresAt,
        @Nullable Instant decidedAt, @Nullable String reason, long version) {

    static RightsRequest draft(UUID id, UUID postId, Author author, LicenceTerms terms, Signs signs, RequestLocale locale,
            Instant now) {
        return new RightsRequest(id, postId, author.network(), author.key(), author.handle(), RequestState.DRAFT, terms,
                signs.approvalHashtag(), signs.brandMention(), locale, null, now, null, null, null, null, 0);
    }

    /** Whom a request goes to. */
    record Author(Network network, String key, @Nullable String handle) {}

    /** What a reply must have. */
    record Signs(String approvalHashtag, String brandMention) {}

    /** What its text names. */
    RequestText.Values values() {
        return new RequestText.Values(authorHandle == null ? authorKey : authorHandle, approvalHashtag, brandMention);
    }

    RightsRequest sent(String sentText, Instant now, Duration toAnswer) {
        return changed(state.to(RequestState.SENT), sentText, now, now.plus(toAnswer), null, null);
    }

    RightsRequest blocked(String why, Instant now) {
        return changed(state.to(RequestState.BLOCKED), text, sentAt, expiresAt, now, why);
    }

    RightsRequest declined(Instant now) {
        requireInTime(now);
        return changed(state.to(RequestState.DECLINED), text, sentAt, expiresAt, now, reason);
    }

    RightsRequest granted(Instant now) {
        requireInTime(now);
        return changed(state.to(RequestState.GRANTED), text, sentAt, expiresAt, now, reason);
    }

    RightsRequest expired(Instant now) {
        return changed(state.to(RequestState.EXPIRED), text, sentAt, expiresAt, now, reason);
    }

    /** Tells whether the author can answer it at that time. */
    public boolean isOpen(Instant now) {
        return state == RequestState.SENT && expiresAt != null && now.isBefore(expiresAt);
    }

    /** Tells whether a grant at that time would permit anything. */
    boolean canBeGranted(Instant now) {
        Instant end = terms.end(now);
        return isOpen(now) && (end == null || end.isAfter(now));
    }

    private void requireInTime(Instant now) {
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            throw ProblemException.of(RequestState.WRONG_STATE, "The time to answer was over at %s.".formatted(expiresAt));
        }
    }

    private RightsRequest changed(RequestState next, @Nullable String nextText, @Nullable Instant sent,
            @Nullable Instant expires,
            @Nullable Instant decided, @Nullable String why) {
        return new RightsRequest(id, postId, network, authorKey, authorHandle, next, terms, approvalHashtag, brandMention,
                locale,
                nextText, createdAt, sent, expires, decided, why, version + 1);
    }
}
