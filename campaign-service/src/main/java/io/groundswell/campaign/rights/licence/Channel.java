package io.groundswell.campaign.rights.licence;

/** Where the brand shows a post; a grant permits channels one by one. An open list: clients must expect new values. */
public enum Channel {
    /** The brand's own websites and apps. */
    WEBSITE,
    /** Newsletters. */
    EMAIL,
    /** Screens at events and in shop windows. */
    SCREEN,
    /** The brand's own accounts on social networks. */
    SOCIAL,
    /** Where things are sold. */
    STORE,
    /** On paper. */
    PRINT
}
