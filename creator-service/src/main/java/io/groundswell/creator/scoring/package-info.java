/**
 * How well a creator fits what a brand looks for. A {@link io.groundswell.creator.scoring.CustomerProfile} says what is
 * wanted, a {@link io.groundswell.creator.scoring.ScoreModel} what each wish weighs, and a
 * {@link io.groundswell.creator.scoring.FitScore} shows every point it gives and why.
 *
 * <p>Always holds: a score is the exact sum of its contributions and lies from 0 to 100; more of what is wanted never lowers
 * it; what is not known counts as nothing and is shown as not known; versions of profiles and models never change, so that
 * a score can be computed again from its own answer, without this service's data. The formula is explained, with an example
 * to recompute by hand, in {@code docs/fit-score.md}.
 *
 * <p>Knows creators by their id, accounts and stage. Knows neither lists nor search: who ranks many creators compiles a
 * profile and asks the {@link io.groundswell.creator.scoring.FitScorer}.
 */
package io.groundswell.creator.scoring;
