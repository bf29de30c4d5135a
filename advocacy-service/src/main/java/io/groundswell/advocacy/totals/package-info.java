/**
 * What sharing brought a campaign, in figures that tell nothing about a single person: no breakdown shows a group of fewer
 * than five, nor lets it be found by subtraction. Reads the tables of sharing and of clicks; changes nothing.
 */
package io.groundswell.advocacy.totals;
