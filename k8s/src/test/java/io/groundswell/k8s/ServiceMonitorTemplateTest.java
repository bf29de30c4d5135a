package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceMonitorTemplateTest {

    @Test
    void theOperatorsResourceIsNotMadeUnlessAskedFor() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.ofKind("ServiceMonitor")).isEmpty();
        assertThat(manifests.servers()).allSatisfy(server -> {
            var annotations = server.at("/spec/template/metadata/annotations");
            assertThat(annotations.path("prometheus.io/scrape").asText()).isEqualTo("true");
            assertThat(annotations.path("prometheus.io/path").asText()).isEqualTo("/q/metrics");
        });
    }

    @Test
    void itReadsTheMetricsOfEveryComponent() {
        // Given
        var chart = Chart.minimal().with("""
                metrics: {annotations: false, serviceMonitor: {enabled: true, interval: 15s, labels: {release: prometheus}}}
                """);

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.namesOf("ServiceMonitor")).containsExactlyElementsOf(Manifests.COMPONENTS);
        assertThat(manifests.ofKind("ServiceMonitor")).allSatisfy(monitor -> {
            assertThat(monitor.at("/spec/endpoints/0/path").asText()).isEqualTo("/q/metrics");
            assertThat(monitor.at("/spec/endpoints/0/interval").asText()).isEqualTo("15s");
            assertThat(monitor.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
            assertThat(monitor.at("/spec/selector/matchLabels"))
                    .isEqualTo(manifests.the("Service", Manifests.name(monitor)).at("/spec/selector"));
        });
        assertThat(manifests.servers())
                .allSatisfy(server -> assertThat(server.at("/spec/template/metadata/annotations").has("prometheus.io/scrape"))
                        .isFalse());
    }
}
