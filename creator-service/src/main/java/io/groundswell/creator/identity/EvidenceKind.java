package io.groundswell.creator.identity;

/** What speaks for two creators being one person, or against it. An open list: clients must expect new values. */
public enum EvidenceKind {
    /** Both were told with one e-mail address. */
    SAME_EMAIL,
    /** The profile of one names an account of the other. */
    LINK,
    /** And the other way round as well. */
    LINK_BACK,
    /** Both profiles lead to one website. */
    SAME_WEBSITE,
    /** One handle on two networks. */
    SAME_HANDLE,
    /** One handle on two networks, so short that strangers share it. */
    SAME_SHORT_HANDLE,
    /** Handles that differ little. */
    SIMILAR_HANDLE,
    /** The same name, which many people share. */
    SAME_NAME,
    /** Against it: both have an account on one network. */
    SAME_NETWORK,
    /** Against it: they say they are in different countries. */
    OTHER_COUNTRY
}
