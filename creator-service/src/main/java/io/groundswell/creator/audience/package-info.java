/**
 * Whether the people who follow an account are likely to be people who chose to: a probability with named reasons, or "not enough
 * data" with what is missing. Never a verdict on a person.
 *
 * <p>The model adds weights of evidence (naive Bayes, in natural log-odds) that are published, dated rows with their source, see
 * {@code docs/audience-quality.md}. Always holds: prior and weights of an answer sum exactly to its log-odds; what nobody told is
 * missing and weighs nothing; of a sample of an audience, counts are kept and no identities. Derived when it is asked for and not
 * stored. Knows accounts and their posts by their tables and their history by {@link io.groundswell.creator.metrics}; knows no
 * campaign and no score.
 */
package io.groundswell.creator.audience;
