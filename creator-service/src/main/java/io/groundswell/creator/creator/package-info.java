/**
 * The people who make content, and their accounts.
 *
 * <p>Everything that is learned of an account, from a file, a post or a form, is a
 * {@link io.groundswell.creator.creator.Sighting}. Which account a sighting is of:
 * <ol>
 * <li>A network's user id identifies an account for ever, whatever its handle.
 * <li>A handle, folded by NFKC case folding and without {@code @}, is claimed by one account per network: the one that was
 * last seen with it. A sighting without an id is of that account.
 * <li>An account known by handle only takes the id of the first sighting that has both. From then on rule 1 holds.
 * <li>When an account is seen under a handle that another account claims, the later observation keeps the claim. The other
 * stays as it is and is found by its id; when it has none, it is a candidate for a merge, which a person decides.
 * <li>An account known by id only takes the handle of the first sighting that has both.
 * </ol>
 *
 * <p>Always holds: figures move only forward in observed time; what a sighting does not tell keeps its value; how a creator
 * was discovered changes only to what is closer; all writers of creators in one workspace queue for one lock, so there are
 * no duplicates and no deadlocks. Knows no campaign but by its id, and no source of sightings.
 */
package io.groundswell.creator.creator;
