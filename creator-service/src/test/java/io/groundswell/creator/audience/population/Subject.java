package io.groundswell.creator.audience.population;

import io.groundswell.creator.audience.AccountFigures;

/**
 * An account of a made-up population.
 *
 * @param figures what is known of it
 * @param organic whether its followers chose to follow: the truth, which no figure tells
 */
public record Subject(AccountFigures figures, boolean organic) {}
