package io.groundswell.campaign.rights.grant;

/** How a grant was given. */
public enum GrantedVia {
    /** By a reply on the network. */
    REPLY,
    /** By the claim link. */
    CLAIM_PAGE,
    /** Elsewhere, such as in a contract; somebody of the brand recorded it. */
    RECORDED
}
