/**
 * What the brand thinks of a post: people look at what was matched, approve or reject it, and say why. Reads posts that
 * listening stored and never touches their content.
 */
package io.groundswell.campaign.moderation;
