package io.groundswell.creator.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.reference.ReferenceRow;
import io.groundswell.creator.reference.ReferenceRows;
import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Engagement rates of accounts, made when they are asked for: three statements, whatever the number of accounts. */
@ApplicationScoped
public class EngagementRates {
    private final ReferenceRows reference;
    private final AccountSamples samples;
    private final Clock clock;

    EngagementRates(ReferenceRows reference, AccountSamples samples, Clock clock) {
        this.reference = reference;
        this.samples = samples;
        this.clock = clock;
    }

    /**
     * Returns the rates of accounts by their networks' rules, within a transaction of the workspace. An account that cannot be
     * measured has a rate that says why; one that does not exist has none.
     */
    public Uni<Map<UUID, EngagementRate>> ofAccounts(SqlConnection transaction, Workspace workspace,
            Collection<UUID> accountIds) {
        return ofAccounts(transaction, workspace, accountIds, RateRequest.DEFAULT);
    }

    Uni<Map<UUID, EngagementRate>> ofAccounts(SqlConnection transaction, Workspace workspace, Collection<UUID> accountIds,
            RateRequest request) {
        if (accountIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Instant now = clock.instant();
        return rules(transaction, workspace).chain(rules -> {
            int longest = rules.values().stream().mapToInt(rule -> request.windowDays(rule.value())).max().orElseThrow();
            return samples.since(transaction, workspace, accountIds, now.minus(Duration.ofDays(longest)), now)
                    .chain(accounts -> priors(transaction, workspace, accounts)
                            .map(priors -> measured(accounts, rules, priors, request, now)));
        });
    }

    private static Map<UUID, EngagementRate> measured(List<AccountSample> accounts,
            Map<Network, ReferenceRow<EngagementRule>> rules, Map<PriorKey, ReferenceRow<EngagementPrior>> priors,
            RateRequest request, Instant now) {
        Map<UUID, EngagementRate> rates = new LinkedHashMap<>();
        for (AccountSample account : accounts) {
            ReferenceRow<EngagementRule> rule = known(rules, account.network());
            rates.put(account.accountId(), new EngagementMeasurement(account, rule,
                    (network, tier, method) -> known(priors, new PriorKey(network, tier, method)), request).measure(now));
        }
        return rates;
    }

    private Uni<Map<Network, ReferenceRow<EngagementRule>>> rules(SqlConnection transaction, Workspace workspace) {
        return reference.inForce(transaction, workspace, EngagementRule.TABLE, List.of(Network.values()))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.value().network(), Function.identity())));
    }

    private Uni<Map<PriorKey, ReferenceRow<EngagementPrior>>> priors(SqlConnection transaction, Workspace workspace,
            List<AccountSample> accounts) {
        List<Network> networks = accounts.stream().map(AccountSample::network).distinct().toList();
        return reference.inForce(transaction, workspace, EngagementPrior.TABLE, networks).map(rows -> {
            Map<PriorKey, ReferenceRow<EngagementPrior>> priors = new HashMap<>();
            rows.forEach(row -> priors.put(
                    new PriorKey(row.value().network(), row.value().tier(), row.value().method()), row));
            return priors;
        });
    }

    private static <K, V> V known(Map<K, V> reference, K key) {
        V value = reference.get(key);
        if (value == null) {
            throw new IllegalStateException("Nothing is in force for " + key + "; the migrations bring one for everybody");
        }
        return value;
    }

    private record PriorKey(Network network, Tier tier, Method method) {}
}
