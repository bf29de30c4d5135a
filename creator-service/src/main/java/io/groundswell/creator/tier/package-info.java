/**
 * What a number of followers is called. The bands are dated rows with their source, never constants; every tier says which
 * scheme decided it and whether the count is exact enough to be sure. Knows no creator.
 */
package io.groundswell.creator.tier;
