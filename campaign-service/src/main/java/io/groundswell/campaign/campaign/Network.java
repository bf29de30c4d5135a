package io.groundswell.campaign.campaign;

/** Where people publish. An open list: clients must expect new values. */
public enum Network {
    INSTAGRAM, TIKTOK, YOUTUBE, X, FACEBOOK, LINKEDIN, MASTODON, BLUESKY, OTHER
}
