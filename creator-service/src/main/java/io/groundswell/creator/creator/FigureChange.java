package io.groundswell.creator.creator;

import java.time.Instant;
import java.util.UUID;

/**
 * A step in the history of an account.
 *
 * @param before what was known
 * @param beforeAt when that was last true
 * @param after what is known now
 * @param afterAt since when, as far as anybody saw
 * @param via the way in which it was noticed
 */
public record FigureChange(UUID accountId, Figures before, Instant beforeAt, Figures after, Instant afterAt,
        DiscoveredVia via) {}
