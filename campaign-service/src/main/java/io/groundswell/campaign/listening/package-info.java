/**
 * From what networks say to posts that are kept. Each network's payload has an adapter; everything behind it sees
 * {@link io.groundswell.campaign.listening.NetworkPost}. A post is kept when it matches a live campaign, once per network
 * id; it changes only forward in observed time; a whole batch is one statement. Knows no decision on a post.
 */
package io.groundswell.campaign.listening;
