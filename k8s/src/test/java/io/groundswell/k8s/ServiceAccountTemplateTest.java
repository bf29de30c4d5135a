package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceAccountTemplateTest {

    @Test
    void everyWorkloadRunsUnderAnAccountOfItsOwnThatCarriesNoToken() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.ofKind("ServiceAccount"))
                .allSatisfy(account -> assertThat(account.path("automountServiceAccountToken").asBoolean(true)).isFalse());
        assertThat(manifests.workloads()).hasSize(7).allSatisfy(workload -> {
            assertThat(Manifests.pod(workload).path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(Manifests.pod(workload).path("serviceAccountName"))
                    .isEqualTo(manifests.the("ServiceAccount", Manifests.name(workload)).at("/metadata/name"));
        });
    }
}
