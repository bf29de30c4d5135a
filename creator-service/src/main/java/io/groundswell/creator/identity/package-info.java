/**
 * Who is who: creators that may be one person, and creators that turned out to be.
 *
 * <p>Always holds: nothing is merged but by a person's decision. A merge moves all that hangs on one creator to another and
 * keeps a record from which it can be taken back; of two merges of one creator the later is taken back first, so that what is
 * given back is always what was handed over last. What came after a merge stays with the survivor, but an account's posts and
 * figures, which go where the account goes. A person who opted out is not brought back by any merge. Evidence that two are one
 * is derived from what accounts say; only what a person decided about a pair is kept for good.
 *
 * <p>Knows no feature's tables: they hand over what they keep by
 * {@link io.groundswell.creator.creator.CreatorAbsorption}.
 */
package io.groundswell.creator.identity;
