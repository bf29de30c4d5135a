/**
 * From posts that match a campaign to the people who made them. Follows campaign-service's feed: authors become creators or
 * refresh those that are known, and each post is counted once for each of its campaigns, whatever is told twice or late; a
 * post that was withdrawn counts no longer. A whole batch of events is a handful of statements in the transaction that moves
 * the feed's position. An event that cannot be understood is logged and passed over, so that it cannot hold up the others.
 * Knows no campaign but by its id.
 */
package io.groundswell.creator.discovery;
