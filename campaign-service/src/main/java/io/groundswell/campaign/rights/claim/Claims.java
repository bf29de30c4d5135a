package io.groundswell.campaign.rights.claim;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PostState;
import io.groundswell.campaign.post.PostView;
import io.groundswell.campaign.post.Posts;
import io.groundswell.campaign.rights.grant.GrantList;
import io.groundswell.campaign.rights.grant.GrantView;
import io.groundswell.campaign.rights.link.ClaimLinks;
import io.groundswell.campaign.rights.link.ClaimLinks.Claim;
import io.groundswell.campaign.rights.request.AuthorAnswers;
import io.groundswell.campaign.rights.request.RequestList;
import io.groundswell.campaign.rights.request.RequestLocale;
import io.groundswell.campaign.rights.request.RightsRequest;
import io.smallrye.mutiny.Uni;

/** Follows claim links. A link that was not made here is like one that leads nowhere. */
@ApplicationScoped
class Claims {
    private final ClaimLinks links;
    private final RequestList requests;
    private final GrantList grants;
    private final Posts posts;
    private final AuthorAnswers answers;
    private final Clock clock;

    Claims(ClaimLinks links, RequestList requests, GrantList grants, Posts posts, AuthorAnswers answers, Clock clock) {
        this.links = links;
        this.requests = requests;
        this.grants = grants;
        this.posts = posts;
        this.answers = answers;
        this.clock = clock;
    }

    /** Returns what is to be seen behind a link. */
    Uni<ClaimView> look(String token) {
        Claim claim = links.read(token);
        return claim == null ? Uni.createFrom().item(ClaimView.of(ClaimView.Kind.UNKNOWN)) : look(claim);
    }

    private Uni<ClaimView> look(Claim claim) {
        return requests.find(claim.workspace(), claim.requestId()).chain(request -> {
            if (request == null || !isOf(claim, request)) {
                return Uni.createFrom().item(ClaimView.of(ClaimView.Kind.UNKNOWN));
            }
            return posts.get(claim.workspace(), request.postId())
                    .chain(post -> grants.ofRequest(claim.workspace(), request.id()).map(grant -> view(request, post, grant)));
        });
    }

    /** The end is signed with the link, so a link for another end of the same request would be one that nobody sent. */
    private static boolean isOf(Claim claim, RightsRequest request) {
        return request.expiresAt() != null && request.expiresAt().getEpochSecond() == claim.until().getEpochSecond();
    }

    private ClaimView view(RightsRequest request, PostView post, @Nullable GrantView grant) {
        Instant now = clock.instant();
        boolean isGone = post.state() == PostState.WITHDRAWN;
        return switch (request.state()) {
            case DRAFT, BLOCKED -> ClaimView.of(ClaimView.Kind.UNKNOWN);
            case DECLINED -> ClaimView.of(ClaimView.Kind.DECLINED);
            case EXPIRED -> ClaimView.of(ClaimView.Kind.EXPIRED);
            case SENT -> !request.isOpen(now)
                    ? ClaimView.of(ClaimView.Kind.EXPIRED)
                    : isGone ? ClaimView.of(ClaimView.Kind.GONE) : new ClaimView(ClaimView.Kind.OPEN, request, post, null);
            case GRANTED -> grant == null || !holds(grant, now)
                    ? new ClaimView(ClaimView.Kind.ENDED, request, null, grant)
                    : new ClaimView(ClaimView.Kind.GRANTED, request, isGone ? null : post, grant);
        };
    }

    private static boolean holds(GrantView grant, Instant now) {
        Instant end = grant.endsAt();
        return grant.state().permits() && (end == null || now.isBefore(end));
    }

    /** Takes an answer; returns null when it was taken, else what is to be said instead. */
    Uni<@Nullable ClaimView> answer(String token, AuthorAnswers.@Nullable Answer answer, RequestLocale locale) {
        Claim claim = links.read(token);
        if (claim == null) {
            return Uni.createFrom().item(ClaimView.of(ClaimView.Kind.UNKNOWN));
        }
        if (answer == null) {
            return Uni.createFrom().item(ClaimView.of(ClaimView.Kind.INVALID));
        }
        return answers.take(claim.workspace(), claim.requestId(), answer, locale).map(result -> switch (result) {
            case DONE -> null;
            case ANSWERED_BEFORE -> ClaimView.of(ClaimView.Kind.ANSWERED);
            case TOO_LATE -> ClaimView.of(ClaimView.Kind.EXPIRED);
            case UNKNOWN -> ClaimView.of(ClaimView.Kind.UNKNOWN);
        });
    }
}
