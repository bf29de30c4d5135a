package io.groundswell.campaign.listening.live;

import java.util.List;

/** Reads the events of one connector. Remembers what may matter for later ones, so it is used by one thread at a time. */
interface EventReader {
    /** Reads events in their order; never fails. Takes about a tenth of a millisecond for each. */
    ReadEvents read(List<RawEvent> events);
}
