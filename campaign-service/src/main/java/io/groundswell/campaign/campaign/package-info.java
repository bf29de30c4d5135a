/**
 * What a brand runs: its goals, its terms and its life from draft to end. A campaign goes live only when its success metrics
 * are agreed, and its state changes only by its own verbs. Knows no post.
 */
package io.groundswell.campaign.campaign;
