package io.groundswell.campaign.rights.claim;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PostView;
import io.groundswell.campaign.rights.grant.GrantView;
import io.groundswell.campaign.rights.request.RightsRequest;

/**
 * What an author is shown.
 *
 * @param request null when the link leads to none
 * @param post null when it is gone, or there is nothing to show of it
 */
record ClaimView(Kind kind, @Nullable RightsRequest request, @Nullable PostView post, @Nullable GrantView grant) {

    /** Which page it is, and its status. */
    enum Kind {
        OPEN(200, "open"), GRANTED(200, "granted"), DECLINED(200, "declined"),
        /** The permission that was given holds no more. */
        ENDED(200, "ended"), EXPIRED(410, "expired"), GONE(410, "gone"), UNKNOWN(404, "unknown"), ANSWERED(409, "answered"),
        INVALID(
                400, "invalid");

        private final int status;
        private final String words;

        Kind(int status, String words) {
            this.status = status;
            this.words = words;
        }

        int status() {
            return status;
        }

        /** How the page's words begin. */
        String words() {
            return words;
        }
    }

    static ClaimView of(Kind kind) {
        return new ClaimView(kind, null, null, null);
    }
}
