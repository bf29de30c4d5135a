package io.groundswell.campaign.listening.live;

/** How listening goes. An open list: clients must expect new values. */
public enum ConnectorState {
    /** Wanted, and about to connect. */
    STARTING,
    /** Connected. */
    LISTENING,
    /** The connection failed or broke; the next attempt has a time. */
    BACKING_OFF,
    /** Nobody wants it to listen. */
    STOPPED,
    /** Trying again is of no use before somebody changes something; the last error says what. */
    FAILED
}
