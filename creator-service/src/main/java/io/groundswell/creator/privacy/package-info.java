/**
 * The rights of the people whose data is kept: by what right it is kept (Art. 6 GDPR), that they are told in time (Art. 14),
 * that they see it (Art. 15), are forgotten (Art. 17) and left alone (Art. 21), and that it is not kept for ever (Art. 5).
 *
 * <p>Always holds: who is not known to be of age is not active; who was erased is not brought back by any file, post or form,
 * because what is learned of an account passes {@link io.groundswell.creator.creator.Sightings}, which knows the marks of the
 * erased; no row of a person outlives an erasure, because every feature with rows of its own names them in a
 * {@link io.groundswell.creator.creator.PersonalData}. No field holds health, religion, politics, orientation or origin, and
 * nothing here infers an age. Knows no feature that keeps rows.
 */
package io.groundswell.creator.privacy;
