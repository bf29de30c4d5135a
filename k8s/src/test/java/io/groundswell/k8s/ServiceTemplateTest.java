package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceTemplateTest {

    @Test
    void everyComponentIsReachableInsideTheClusterOnly() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.namesOf("Service")).containsExactlyElementsOf(Manifests.COMPONENTS);
        assertThat(manifests.ofKind("Service")).allSatisfy(service -> {
            assertThat(service.at("/spec/type").asText()).isEqualTo("ClusterIP");
            assertThat(service.at("/spec/ports/0/port").asInt()).isEqualTo(8080);
        });
    }

    @Test
    void aServiceSelectsThePodsOfItsComponentAndNoOthers() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.ofKind("Service")).allSatisfy(service -> assertThat(manifests.workloads())
                .filteredOn(workload -> Selectors.matches(service.at("/spec/selector"), workload)).extracting(Manifests::name)
                .containsExactly(Manifests.name(service)));
    }

    @Test
    void theTargetPortIsThePortTheProcessListensOn() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.servers()).allSatisfy(server -> {
            var port = Manifests.container(server).at("/ports/0");
            var component = Manifests.name(server);
            assertThat(port.path("name")).isEqualTo(manifests.the("Service", component).at("/spec/ports/0/targetPort"));
            assertThat(port.path("containerPort").asText())
                    .isEqualTo(manifests.the("ConfigMap", component).at("/data/QUARKUS_HTTP_PORT").asText());
        });
    }
}
