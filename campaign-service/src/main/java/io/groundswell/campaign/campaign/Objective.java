package io.groundswell.campaign.campaign;

/** What the brand is after. */
public enum Objective {
    /** Much authentic content by many: suits nano and micro creators. */
    CONTENT_CULTIVATION,
    /** Much attention in a short time: suits macro creators. */
    CONVERSION_BURST
}
