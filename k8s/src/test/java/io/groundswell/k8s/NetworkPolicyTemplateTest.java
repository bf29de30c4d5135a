package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class NetworkPolicyTemplateTest {

    /** Who calls whom: the gateway calls all three, creator reads campaign's feed, and both others read creator's. */
    private static final Map<String, List<String>> CALLERS = Map.of("advocacy", List.of("gateway"), "campaign",
            List.of("creator", "gateway"), "creator", List.of("advocacy", "campaign", "gateway"));

    @Test
    void aServiceIsReachedByItsCallersAlone() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        CALLERS.forEach((component, callers) -> {
            var from = manifests.the("NetworkPolicy", component).at("/spec/ingress/0/from");
            assertThat(manifests.workloads()).filteredOn(workload -> admitted(from, workload)).extracting(Manifests::name)
                    .as("callers of %s", component).containsExactlyInAnyOrderElementsOf(callers);
        });
    }

    @Test
    void everyPodIsUnderAPolicy() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.workloads()).hasSize(7).allSatisfy(workload -> assertThat(manifests.ofKind("NetworkPolicy"))
                .filteredOn(policy -> Selectors.matches(policy.at("/spec/podSelector/matchLabels"), workload))
                .extracting(Manifests::name).containsExactly(Manifests.name(workload)));
    }

    @Test
    void nobodyReachesAMigration() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.ofKind("NetworkPolicy"))
                .filteredOn(policy -> Manifests.name(policy).endsWith("-migration")).hasSize(3)
                .allSatisfy(policy -> {
                    assertThat(policy.at("/spec/policyTypes/0").asText()).isEqualTo("Ingress");
                    assertThat(policy.at("/spec/ingress").isEmpty()).isTrue();
                });
    }

    @Test
    void theGatewayIsOpenUntilItsCallersAreNamed() {
        // Given
        var chart = Chart.minimal();

        // When
        var policy = chart.render().the("NetworkPolicy", "gateway");

        // Then
        assertThat(policy.at("/spec/ingress/0").has("from")).isFalse();
    }

    @Test
    void metricsMayBeScrapedEverywhereByThoseWhoAreNamed() {
        // Given
        var prometheus = "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}";
        var controller = "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress}}}";
        var chart = Chart.minimal()
                .with("networkPolicy: {metricsFrom: [%s], gatewayFrom: [%s]}".formatted(prometheus, controller));

        // When
        var manifests = chart.render();

        // Then
        assertThat(Manifests.COMPONENTS).allSatisfy(component -> assertThat(
                manifests.the("NetworkPolicy", component).at("/spec/ingress/0/from")).contains(Yaml.read(prometheus)));
        assertThat(manifests.the("NetworkPolicy", "gateway").at("/spec/ingress/0/from"))
                .containsExactly(Yaml.read(controller), Yaml.read(prometheus));
    }

    @Test
    void policiesCanBeLeftOut() {
        // Given
        var chart = Chart.minimal().with("networkPolicy: {enabled: false}");

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.ofKind("NetworkPolicy")).isEmpty();
    }

    private static boolean admitted(JsonNode from, JsonNode workload) {
        for (var peer : from) {
            if (Selectors.matches(peer.at("/podSelector/matchLabels"), workload)) {
                return true;
            }
        }
        return false;
    }
}
