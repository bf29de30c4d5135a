package io.groundswell.campaign.rights.request;

import java.util.EnumSet;
import java.util.Set;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;

/** Where a request stands. */
public enum RequestState {
    /** Written, not sent. */
    DRAFT,
    /** Waits for the author. */
    SENT,
    /** The author said yes. */
    GRANTED,
    /** The author said no. */
    DECLINED,
    /** The author did not answer in time. */
    EXPIRED,
    /** Must not be sent: the author declined not long ago, or was erased. */
    BLOCKED;

    static final ProblemType WRONG_STATE = new ProblemType("wrong-rights-request-state", 409,
            "The request's state does not allow this");

    private Set<RequestState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SENT, BLOCKED);
            case SENT -> EnumSet.of(GRANTED, DECLINED, EXPIRED, BLOCKED);
            case GRANTED, DECLINED, EXPIRED, BLOCKED -> EnumSet.noneOf(RequestState.class);
        };
    }

    /**
     * Returns the state, when it may follow.
     *
     * @throws ProblemException 409 when it may not
     */
    RequestState to(RequestState state) {
        if (!next().contains(state)) {
            throw ProblemException.of(WRONG_STATE, "A request that is %s cannot become %s.".formatted(this, state));
        }
        return state;
    }
}
