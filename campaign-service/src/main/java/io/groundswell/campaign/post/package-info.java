/**
 * A post after it was stored: where it stands, how it is shown, and how it is withdrawn. Knows neither how posts arrive nor who
 * decides on them, grants rights or shows them.
 */
package io.groundswell.campaign.post;
