package io.groundswell.creator.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.reference.Provenance;
import io.groundswell.creator.reference.ReferenceRow;

/** Measures without a database, with rules as they come with the product and one prior for all. */
final class Measuring {
    private static final Provenance PROVENANCE = new Provenance(LocalDate.of(2026, 1, 1), "test");

    private Measuring() {}

    static EngagementRate measure(AccountSample account, RateRequest request, Instant now) {
        return new EngagementMeasurement(account, row(rule(account.network())),
                (network, tier, method) -> row(new EngagementPrior(network, tier, method, new BigDecimal("0.03"),
                        new BigDecimal("0.7"), new BigDecimal("0.8"))),
                request).measure(now);
    }

    private static EngagementRule rule(Network network) {
        Method method = switch (network) {
            case TIKTOK, YOUTUBE -> Method.BY_VIEWS;
            case X, LINKEDIN -> Method.BY_IMPRESSIONS;
            default -> Method.BY_FOLLOWERS;
        };
        boolean countsShares = network != Network.INSTAGRAM && network != Network.FACEBOOK;
        return new EngagementRule(network, method, method == Method.BY_IMPRESSIONS ? Method.BY_FOLLOWERS : null,
                Aggregator.MEDIAN, 60, countsShares, false, 10, 2000);
    }

    private static <V> ReferenceRow<V> row(V value) {
        return new ReferenceRow<>(new UUID(0, 1), ReferenceRow.Owner.EVERYBODY, PROVENANCE, Instant.EPOCH, null, value);
    }
}
