/**
 * Clicks on short links, each counted exactly once.
 *
 * <p>The redirect appends a click to the {@link io.groundswell.advocacy.click.ClickJournal}, a file of this process, before it
 * answers; within a second the {@link io.groundswell.advocacy.click.ClickFlush} moves the journal's content to PostgreSQL in
 * batches and deletes it. A click has its id from the moment it is written down, so a batch that is stored again after a
 * failure or a kill -9 changes nothing. While the database is away the journal grows on disk and nothing grows in memory.
 *
 * <p>What counts is decided in SQL, over the clicks as they lie in time and not as they arrive: a click by a robot counts as
 * such; a click is a repeat when the same visitor followed the same link less than 30 minutes before; the rest are clicks.
 * Daily totals are moved in the same transaction and never need the raw clicks again, which leave after 30 days.
 *
 * <p>No address is stored anywhere. A visitor is a keyed hash of link, address and browser; its key is random, one for each
 * day in UTC, shared by the replicas and deleted after two days. Price: someone who clicks before and after midnight is two.
 *
 * <p>Storing enters each click's own workspace. Only the removal of expired rows spans workspaces: the policies
 * {@code retention_sees} and {@code retention_deletes} admit {@code *} to rows older than 30 days and to no other.
 */
package io.groundswell.advocacy.click;
