package io.groundswell.campaign.rights.licence;

/** Where a grant stands. */
public enum GrantState {
    /** Permits what it says. */
    ACTIVE,
    /** Still permits; its end is near. */
    EXPIRING,
    /** Its time is over. */
    EXPIRED,
    /** The author or the brand ended it. */
    REVOKED;

    /** Tells whether the grant permits anything. */
    public boolean permits() {
        return this == ACTIVE || this == EXPIRING;
    }
}
