package io.groundswell.advocacy.totals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What sharing brought a campaign.
 *
 * @param asOf when it was read; a click is in it about a second after it happened
 * @param packs share packs of the campaign
 * @param employees people who shared at least one
 * @param clicks without robots and repeats
 * @param byNetwork networks that were shared on, by name
 */
public record ShareTotals(UUID campaignId, Instant asOf, int packs, int employees, long shares, long clicks,
        ExcludedClicks clicksExcluded, List<NetworkTotals> byNetwork) {}
