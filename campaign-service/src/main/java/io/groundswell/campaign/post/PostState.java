package io.groundswell.campaign.post;

import java.util.EnumSet;
import java.util.Set;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;

/** Where a post stands. An open list: clients must expect new values. */
public enum PostState {
    /** Waits for a decision. */
    PENDING,
    /** Set aside by a moderation rule until somebody looks. */
    QUARANTINED,
    /** The brand does not want to be seen with it. */
    REJECTED,
    /** The brand likes it; to use it, it still needs the author's rights. */
    APPROVED,
    /** Approved, and its author granted rights that have not ended. */
    PUBLISHABLE,
    /** Publishable, and shown in a published collection. */
    PUBLISHED,
    /** Gone: deleted at its source, rights ended, or taken down. The content is no longer kept. */
    WITHDRAWN;

    static final ProblemType WRONG_STATE = new ProblemType("wrong-post-state", 409, "The post's state does not allow this");

    /** What somebody may decide. A decision may be changed; what is withdrawn stays gone. */
    private Set<PostState> next() {
        return this == WITHDRAWN ? EnumSet.noneOf(PostState.class) : EnumSet.of(APPROVED, REJECTED, QUARANTINED);
    }

    /** Tells whether somebody may decide so in this state. */
    public boolean mayBecome(PostState decided) {
        return next().contains(decided);
    }

    /** Tells whether the brand approved it, however far it has come since. */
    boolean isApproved() {
        return this == APPROVED || this == PUBLISHABLE || this == PUBLISHED;
    }

    /**
     * Checks a decision.
     *
     * @throws ProblemException 409 when it cannot be taken in this state
     */
    public void requireNext(PostState decided) {
        if (!mayBecome(decided)) {
            throw ProblemException.of(WRONG_STATE, "A post that is %s cannot become %s.".formatted(this, decided));
        }
    }
}
