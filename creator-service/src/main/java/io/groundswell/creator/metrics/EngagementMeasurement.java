package io.groundswell.creator.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.metrics.AccountSample.Totals;
import io.groundswell.creator.metrics.EngagementRate.Basis;
import io.groundswell.creator.metrics.EngagementRate.Interval;
import io.groundswell.creator.metrics.EngagementRate.Parts;
import io.groundswell.creator.metrics.EngagementRate.PriorUsed;
import io.groundswell.creator.reference.ReferenceRow;
import io.groundswell.creator.tier.Tier;

/** Makes the engagement rate of one account. */
final class EngagementMeasurement {
    private static final int DECIMALS = 6;

    private final AccountSample account;
    private final ReferenceRow<EngagementRule> ruleRow;
    private final EngagementRule rule;
    private final Priors priors;
    private final RateRequest request;

    /** What is known beforehand. */
    interface Priors {
        ReferenceRow<EngagementPrior> of(Network network, Tier tier, Method method);
    }

    EngagementMeasurement(AccountSample account, ReferenceRow<EngagementRule> rule, Priors priors, RateRequest request) {
        this.account = account;
        this.ruleRow = rule;
        this.rule = rule.value();
        this.priors = priors;
        this.request = request;
    }

    EngagementRate measure(Instant now) {
        Instant start = now.minus(Duration.ofDays(request.windowDays(rule)));
        List<Reactions> posts = account.publishedSince(start);
        Method method = method(posts);
        var sample = new EngagementSample(posts, account.followers(), method, rule);
        if (sample.size() > 0) {
            return ofPosts(sample, method);
        }
        Totals totals = account.totals();
        if (totals != null && request.aggregator() != Aggregator.MEDIAN && !totals.observedAt().isBefore(start)) {
            Method ofTotals = method(List.of(totals.sums()));
            var sums = new EngagementSample(List.of(totals.sums()), account.followers(), ofTotals, rule);
            if (sums.size() > 0) {
                return ofTotals(sums, ofTotals, totals.posts());
            }
        }
        return rate(sample, method, aggregator(), Basis.POSTS, 0, sample.parts(), null);
    }

    /** Returns the method that was asked for, else that of the rule's which measures the most posts. */
    private Method method(List<Reactions> posts) {
        if (request.method() != null) {
            return request.method();
        }
        return rule.methods().stream()
                .max(Comparator
                        .comparingInt((Method method) -> new EngagementSample(posts, account.followers(), method, rule).size())
                        .thenComparing(method -> method == rule.method()))
                .orElseThrow();
    }

    private Aggregator aggregator() {
        return request.aggregator() == null ? rule.aggregator() : request.aggregator();
    }

    private EngagementRate ofPosts(EngagementSample sample, Method method) {
        double[] rates = sample.rates();
        double raw = RateEstimate.aggregate(rates, aggregator());
        // a rate of exactly 0 says that it is small, not how small, however many posts it is of
        RateEstimate estimate = raw > 0 && rule.isEnough(rates.length, account.followers())
                ? RateEstimate.ofSample(rates, aggregator())
                : RateEstimate.shrunk(raw, rates.length, sample.audience(), aggregator(), prior(method).value());
        return rate(sample, method, aggregator(), Basis.POSTS, rates.length, sample.parts(), estimate);
    }

    /** Sums tell nothing of how the posts differ, so the prior must. */
    private EngagementRate ofTotals(EngagementSample sums, Method method, long posts) {
        double audience = method == Method.BY_FOLLOWERS ? sums.audience() : Math.max(1, sums.audience() / posts);
        double perPost = method == Method.BY_FOLLOWERS ? sums.rates()[0] / posts : sums.rates()[0];
        RateEstimate estimate = RateEstimate.shrunk(perPost, posts, audience, Aggregator.MEAN, prior(method).value());
        Parts parts = sums.parts();
        long shared = method == Method.BY_FOLLOWERS ? Math.multiplyExact(parts.audience(), posts) : parts.audience();
        return rate(sums, method, Aggregator.MEAN, Basis.SNAPSHOT, posts,
                new Parts(parts.likes(), parts.comments(), parts.shares(), parts.saves(), shared), estimate);
    }

    private ReferenceRow<EngagementPrior> prior(Method method) {
        return priors.of(account.network(), Objects.requireNonNullElse(account.tier(), Tier.NANO), method);
    }

    private EngagementRate rate(EngagementSample sample, Method method, Aggregator aggregator, Basis basis, long n,
            Parts parts, @Nullable RateEstimate estimate) {
        int days = request.windowDays(rule);
        if (estimate == null) {
            return new EngagementRate(account.accountId(), account.network(), method, aggregator, days, basis, n,
                    account.followers(), parts, null, null, null, null, null, ruleRow.id(), sample.reason(),
                    sample.excluded());
        }
        BigDecimal rate = rounded(estimate.rate());
        var interval = new Interval(BigDecimal.valueOf(RateEstimate.LEVEL), rounded(estimate.lower()),
                rounded(estimate.upper()));
        Double weight = estimate.sampleWeight();
        return new EngagementRate(account.accountId(), account.network(), method, aggregator, days, basis, n,
                account.followers(), parts, rate, rounded(estimate.raw()), weight == null ? null : rate, interval,
                weight == null ? null : used(prior(method), aggregator, weight), ruleRow.id(), null, sample.excluded());
    }

    private static PriorUsed used(ReferenceRow<EngagementPrior> row, Aggregator aggregator, double sampleWeight) {
        EngagementPrior prior = row.value();
        return new PriorUsed(row.id(), prior.network(), prior.tier(), prior.method(), rounded(prior.centre(aggregator)),
                rounded(sampleWeight), row.provenance().validFrom(),
                row.provenance().source());
    }

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
