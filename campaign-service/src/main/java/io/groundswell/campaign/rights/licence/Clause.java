package io.groundswell.campaign.rights.licence;

/** What a decision rests on, the further a use came the later in this order. An open list. */
public enum Clause {
    /** The post is gone. */
    POST_WITHDRAWN,
    /** Nobody granted anything. */
    NO_GRANT,
    /** What was granted has ended. */
    GRANT_ENDED,
    /** The use is before the start or after the end. */
    TIME,
    /** The action was not granted. */
    ACTION,
    /** The channel was not granted. */
    CHANNEL,
    /** The territory was not granted. */
    TERRITORY,
    /** One grant permits all of it. */
    PERMITTED
}
