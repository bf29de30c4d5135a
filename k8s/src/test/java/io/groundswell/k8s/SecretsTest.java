package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Secrets are named by the chart and held by the cluster. */
class SecretsTest {

    private static final List<String> OF_A_SERVICE = List.of("GROUNDSWELL_SIGNING_KEY", "GROUNDSWELL_DB_USERNAME",
            "GROUNDSWELL_DB_PASSWORD", "GROUNDSWELL_ERASURE_KEY", "GROUNDSWELL_CLIENT_ID", "GROUNDSWELL_CLIENT_SECRET");

    /** The runtime contract of the running processes, secrets only. */
    private static final Map<String, List<String>> CONTRACT = Map.of("advocacy", OF_A_SERVICE, "campaign", OF_A_SERVICE,
            "creator", OF_A_SERVICE,
            "gateway", List.of("GROUNDSWELL_SIGNING_KEY"));

    @Test
    void eachProcessReadsExactlyTheSecretsThatTheRuntimeContractNames() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        CONTRACT.forEach((component, names) -> {
            var secrets = Manifests.container(manifests.server(component)).path("env");
            assertThat(secrets).as(component).extracting(variable -> variable.path("name").asText())
                    .containsExactlyElementsOf(names);
            assertThat(secrets).allSatisfy(variable -> assertThat(variable.at("/valueFrom/secretKeyRef").isObject()).isTrue());
        });
    }

    @Test
    void theyAreReadFromTheSecretsAndKeysThatTheUserNamed() {
        // Given
        var chart = Chart.minimal().with("""
                signingKey: {secretName: keys, key: cursor}
                erasureKey: {secretName: keys, key: erased}
                creator:
                  database:
                    secretName: pg
                    usernameKey: app-user
                    passwordKey: app-password
                    migration: {secretName: pg, usernameKey: owner-user, passwordKey: owner-password}
                  client: {secretName: oidc, clientIdKey: id, clientSecretKey: key}
                """);

        // When
        var job = chart.render().the("Job", "creator-migration");

        // Then
        var sources = new HashMap<String, String>();
        for (var variable : Manifests.container(job).path("env")) {
            var source = variable.at("/valueFrom/secretKeyRef");
            if (source.isObject()) {
                sources.put(variable.path("name").asText(), source.path("name").asText() + "/" + source.path("key").asText());
            }
        }
        assertThat(sources).containsExactlyInAnyOrderEntriesOf(Map.of("GROUNDSWELL_SIGNING_KEY", "keys/cursor",
                "GROUNDSWELL_ERASURE_KEY", "keys/erased",
                "GROUNDSWELL_DB_USERNAME", "pg/app-user", "GROUNDSWELL_DB_PASSWORD", "pg/app-password",
                "GROUNDSWELL_CLIENT_ID", "oidc/id", "GROUNDSWELL_CLIENT_SECRET", "oidc/key",
                "GROUNDSWELL_DB_MIGRATION_USERNAME", "pg/owner-user", "GROUNDSWELL_DB_MIGRATION_PASSWORD",
                "pg/owner-password"));
    }

    @Test
    void noManifestHoldsOne() {
        // Given
        var chart = Chart.minimal().with("{ingress: {enabled: true}, metrics: {serviceMonitor: {enabled: true}}}");

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.ofKind("Secret")).isEmpty();
        var literals = new ArrayList<String>();
        manifests.ofKind("ConfigMap")
                .forEach(map -> map.path("data").properties().forEach(entry -> literals.add(entry.getKey())));
        manifests.workloads().forEach(workload -> Manifests.container(workload).path("env").forEach(variable -> {
            if (variable.has("value")) {
                literals.add(variable.path("name").asText());
            }
        }));
        assertThat(literals).isNotEmpty().noneMatch(name -> name.matches(".*(PASSWORD|SECRET|TOKEN|KEY|USERNAME|CLIENT_ID).*"));
    }

    @Test
    void noValueCanHoldOne() {
        // Given
        var keys = new ArrayList<String>();

        // When
        Values.leaves().forEach((path, value) -> {
            if (path.matches("(?i).*(password|secret|username|token).*")) {
                keys.add(path);
            }
        });

        // Then
        assertThat(keys).isNotEmpty().allMatch(path -> path.matches(".*(secretName|Key|pullSecrets)$"));
    }
}
