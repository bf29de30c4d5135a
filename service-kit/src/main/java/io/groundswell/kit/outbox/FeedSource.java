package io.groundswell.kit.outbox;

import java.util.List;

import io.smallrye.mutiny.Uni;

/** Where events come from: another service's feed over HTTP, or a broker behind it. */
public interface FeedSource {
    /** Returns events after the position in feed order, waiting a while for the first; empty when none came. */
    Uni<List<FeedEvent>> read(FeedPosition after);
}
