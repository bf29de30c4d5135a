/**
 * What is measured of creators: what their accounts' figures were, and how people react to what they post.
 *
 * <p>Always holds: history is only added to, forward in observed time. An engagement rate is never a bare percentage: it says
 * what was counted, divided by what, over which posts, how sure it is, and what it was shrunk to; what cannot be measured is
 * null with a reason, never 0. Rates are made when they are asked for and not stored, so they cannot be older than what
 * they are made of. The formulas are in {@link io.groundswell.creator.metrics.RateEstimate}; {@code docs/metrics.md} works one
 * out by hand. Knows no campaign, and no search.
 */
package io.groundswell.creator.metrics;
