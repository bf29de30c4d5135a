/**
 * What a number of followers is called. The bands are dated rows with their source, never constants, and a workspace may have
 * its own; every tier says which scheme decided it and whether the count is exact enough to be sure. Knows no creator: whoever
 * keeps tiers is told when another scheme may be in force.
 */
package io.groundswell.creator.tier;
