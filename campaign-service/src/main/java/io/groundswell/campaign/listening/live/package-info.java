/**
 * Live connectors: servers of Mastodon and Jetstreams of Bluesky that are listened to as things happen. Always holds: one
 * process at a time listens for a connector; how far it has come is stored in the transaction of the effect; whoever lost its
 * lease stores nothing; memory does not grow with what a server sends; connections go to the open internet only, unless the
 * operator says otherwise. Knows how events travel, and leaves it to listening what they mean.
 */
package io.groundswell.campaign.listening.live;
