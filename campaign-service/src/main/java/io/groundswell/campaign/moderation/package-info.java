/**
 * What the brand thinks of a post: people approve or reject it, and say why. Never touches a post's content.
 */
package io.groundswell.campaign.moderation;
