package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodDisruptionBudgetTemplateTest {

    @Test
    void onlyWhatHasMoreThanOneReplicaHasABudget() {
        // Given
        var chart = Chart.minimal().with("{campaign: {replicas: 3}, gateway: {replicas: 2}, creator: {replicas: 1}}");

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.namesOf("PodDisruptionBudget")).containsExactly("campaign", "gateway");
        assertThat(manifests.ofKind("PodDisruptionBudget")).allSatisfy(budget -> {
            assertThat(budget.at("/spec/maxUnavailable").asInt()).isEqualTo(1);
            assertThat(manifests.workloads())
                    .filteredOn(workload -> Selectors.matches(budget.at("/spec/selector/matchLabels"), workload))
                    .extracting(Manifests::name).containsExactly(Manifests.name(budget));
        });
    }
}
