package io.groundswell.creator.privacy;

/** Why a person is erased, after Art. 17(1) GDPR. A choice and no text, so that the reason can be kept: it names nobody. */
public enum ErasureGround {
    /** Point (a). */
    NO_LONGER_NECESSARY,
    /** Point (b). */
    CONSENT_WITHDRAWN,
    /** Point (c). */
    OBJECTION,
    /** Point (d). */
    UNLAWFUL,
    /** Point (e). */
    LEGAL_OBLIGATION,
    /** Point (f): collected from a child. */
    CHILD
}
