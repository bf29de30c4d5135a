package io.groundswell.campaign.listening.live;

/** A connection over which events come. */
interface OpenStream {
    /** Stops reading; the server waits. */
    void pause();

    void resume();

    /** Asks the server for a sign of life, where the protocol has a way to. */
    void probe();

    /** Ends the connection; nothing more is told. */
    void close();
}
