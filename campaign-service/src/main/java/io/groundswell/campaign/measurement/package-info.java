/**
 * What came of a campaign, beside what was agreed. A figure always comes with what it was made of, so that anyone can tell
 * how far to trust it. Reads what the other features stored; changes nothing.
 */
package io.groundswell.campaign.measurement;
