/**
 * Webhooks of Instagram: what Meta tells of an account's comments and mentions as they happen. Always holds: nothing of a delivery is
 * read before its signature was found to be right; a delivery that comes again changes nothing; what a delivery does not tell is
 * said to be missing, not made up. Knows no token of Instagram: it cannot look anything up.
 */
package io.groundswell.campaign.listening.webhook;
