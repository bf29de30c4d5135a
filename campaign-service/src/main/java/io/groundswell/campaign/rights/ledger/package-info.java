/**
 * What happened to rights, in order and for ever. Each entry is written in the transaction of what it tells, and its hash covers
 * the entry before, so that a change of the past is found. Holds ids and digests, never a name or a text.
 */
@NullMarked
package io.groundswell.campaign.rights.ledger;

import org.jspecify.annotations.NullMarked;
