package io.groundswell.campaign.gallery;

/** In what order a collection shows its posts. An open list. */
public enum ItemOrder {
    /** By time of publication, the newest first. */
    NEWEST,
    /** By engagement rate, the highest first; where it is hidden or not told, last. */
    MOST_ENGAGING,
    /** What is pinned in its places, then the newest. */
    PINNED_THEN_NEWEST,
    /** What is pinned in its places, then by engagement rate. */
    PINNED_THEN_MOST_ENGAGING
}
