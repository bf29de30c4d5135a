package io.groundswell.campaign.post;

/** Why a post is gone. An open list. */
public enum WithdrawalReason {
    /** Its author deleted it. */
    SOURCE_DELETED,
    /** The account it was published with is gone. */
    ACCOUNT_REMOVED,
    /** The time that the author granted is over. */
    RIGHTS_EXPIRED,
    /** The author took the grant back. */
    RIGHTS_REVOKED,
    /** Somebody asked for it to be taken down. */
    TAKEN_DOWN
}
