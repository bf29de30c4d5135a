package io.groundswell.kit.bulk;

import java.util.Iterator;

/** The lines of a body as they arrive. */
public interface BulkLines extends Iterator<BulkLine> {
    /**
     * Tells whether the next line can be had without waiting for the client. A client that pauses gets what it sent
     * acknowledged instead of waiting for a batch to fill.
     */
    boolean isNextAtHand();

    /** Returns how many bytes of the body have been read; what is held in memory at a time is bounded by it. */
    long bytesRead();

    /** Returns the CRC-32C of the line that was returned last: of its bytes in UTF-8. */
    int checksum();
}
