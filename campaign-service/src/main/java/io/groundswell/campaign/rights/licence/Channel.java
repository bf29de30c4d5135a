package io.groundswell.campaign.rights.licence;

/** Where the brand shows a post. An open list. */
public enum Channel {
    WEBSITE, EMAIL, SCREEN, SOCIAL, STORE, PRINT
}
