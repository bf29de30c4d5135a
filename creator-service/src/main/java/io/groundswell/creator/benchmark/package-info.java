/**
 * What to expect of creators: typical engagement and output by network and tier, as reference data with its source. Serves
 * forecasts and comparisons; measures nobody.
 */
package io.groundswell.creator.benchmark;
