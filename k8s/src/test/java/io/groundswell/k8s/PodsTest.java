package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import com.fasterxml.jackson.databind.JsonNode;

/** What holds for every pod, whatever runs in it. */
class PodsTest {

    static final List<JsonNode> WORKLOADS = Chart.minimal().render().workloads();
    static final List<JsonNode> SERVERS = Chart.minimal().render().servers();

    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void isRestricted(JsonNode workload) {
        // Given
        var pod = Manifests.pod(workload);

        // When
        var container = Manifests.container(workload);

        // Then
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.findValues("hostNetwork")).isEmpty();
        assertThat(pod.findValues("hostPath")).isEmpty();
        assertThat(pod.findValues("privileged")).isEmpty();
        var security = container.path("securityContext");
        assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(security.at("/capabilities/drop")).containsExactly(Yaml.read("ALL"));
        assertThat(security.at("/capabilities").has("add")).isFalse();
    }

    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void mountsWhatItHasAndHasWhatItMounts(JsonNode workload) {
        // Given
        var volumes = new TreeSet<>(Manifests.pod(workload).path("volumes").findValuesAsText("name"));
        workload.at("/spec/volumeClaimTemplates").forEach(claim -> volumes.add(claim.at("/metadata/name").asText()));

        // When
        var mounts = Manifests.container(workload).path("volumeMounts");

        // Then
        assertThat(mounts.findValuesAsText("name")).containsExactlyInAnyOrderElementsOf(volumes);
        assertThat(mounts.findValuesAsText("mountPath")).contains("/tmp");
    }

    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void saysWhatItNeedsAndIsHeldToItsMemory(JsonNode workload) {
        // Given
        var container = Manifests.container(workload);

        // When
        var resources = container.path("resources");

        // Then
        assertThat(resources.at("/requests/cpu").asText()).isNotEmpty();
        assertThat(resources.at("/requests/memory").asText()).isNotEmpty().isEqualTo(resources.at("/limits/memory").asText());
    }

    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void isGivenNoVariablesByKubernetesThatLookLikeOurOwn(JsonNode workload) {
        // Given
        var pod = Manifests.pod(workload);

        // When
        var links = pod.path("enableServiceLinks");

        // Then
        assertThat(links.asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void isSelectedByWhatNeverChanges(JsonNode workload) {
        // Given
        var labels = workload.at("/spec/template/metadata/labels").toString();

        // When
        var selector = workload.at("/spec/selector/matchLabels");

        // Then
        assertThat(labels).doesNotContain("version", "helm.sh/chart");
        if (workload.path("kind").asText().equals("Job")) {
            assertThat(selector.isMissingNode()).isTrue();
        } else {
            assertThat(selector.properties()).extracting(Map.Entry::getKey).containsExactly(
                    "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component");
            assertThat(Selectors.matches(selector, workload)).isTrue();
        }
    }

    @ParameterizedTest
    @FieldSource("SERVERS")
    void isProbed(JsonNode server) {
        // Given
        var container = Manifests.container(server);

        // When
        var probes = List.of(container.path("startupProbe"), container.path("livenessProbe"), container.path("readinessProbe"));

        // Then
        assertThat(probes).extracting(probe -> probe.at("/httpGet/path").asText()).containsExactly("/q/health/started",
                "/q/health/live", "/q/health/ready");
        assertThat(probes).extracting(probe -> probe.at("/httpGet/port")).containsOnly(container.at("/ports/0/name"));
    }

    @ParameterizedTest
    @FieldSource("SERVERS")
    void isSpreadOverZonesAndNodes(JsonNode server) {
        // Given
        var pod = Manifests.pod(server);

        // When
        var constraints = pod.path("topologySpreadConstraints");

        // Then
        assertThat(constraints.findValuesAsText("topologyKey")).containsExactly("topology.kubernetes.io/zone",
                "kubernetes.io/hostname");
        assertThat(constraints).allSatisfy(constraint -> assertThat(
                Selectors.matches(constraint.at("/labelSelector/matchLabels"), server)).isTrue());
    }

    @Test
    void hasTheTimeToStopThatTheProcessWasPromised() {
        // Given
        var chart = Chart.minimal().with("shutdown: {delaySeconds: 15, timeoutSeconds: 60}");

        // When
        var servers = chart.render().servers();

        // Then
        assertThat(servers).hasSize(4).allSatisfy(
                server -> assertThat(Manifests.pod(server).path("terminationGracePeriodSeconds").asInt()).isEqualTo(85));
    }

    @Test
    void leavesTheUserToTheClusterWhenToldTo() {
        // Given
        var chart = Chart.minimal().with("pods: {runAsUser: null}");

        // When
        var workloads = chart.render().workloads();

        // Then
        assertThat(workloads).hasSize(7).allSatisfy(workload -> {
            var security = Manifests.pod(workload).path("securityContext");
            assertThat(security.has("runAsUser")).isFalse();
            assertThat(security.has("fsGroup")).isFalse();
            assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
        });
    }
}
