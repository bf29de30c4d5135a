/**
 * What people write about creators and how they sort them: notes, and lists that somebody puts together by hand. Tags are the
 * creator's own and live with it.
 *
 * <p>Always holds: what is said of a creator is reached through the creator, so it is gone with them; a creator is on a list
 * once, however often they are added. Knows neither accounts nor figures.
 */
package io.groundswell.creator.organising;
