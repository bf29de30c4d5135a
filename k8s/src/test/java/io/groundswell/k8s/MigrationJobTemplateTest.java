package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import com.fasterxml.jackson.databind.JsonNode;

class MigrationJobTemplateTest {

    static final List<String> DATABASE_COMPONENTS = Manifests.DATABASE_COMPONENTS;

    @ParameterizedTest
    @FieldSource("DATABASE_COMPONENTS")
    void aDatabaseIsMigratedByTheServicesOwnProcessWhichThenExits(String component) {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        var job = manifests.the("Job", component + "-migration");
        assertThat(variable(job, "QUARKUS_INIT_AND_EXIT").path("value").asText()).isEqualTo("true");
        assertThat(variable(job, "GROUNDSWELL_MIGRATE_AT_START").path("value").asText()).isEqualTo("true");
        assertThat(Manifests.container(job).path("image"))
                .isEqualTo(Manifests.container(manifests.server(component)).path("image"));
    }

    @ParameterizedTest
    @FieldSource("DATABASE_COMPONENTS")
    void theProcessIsConfiguredAsTheServiceIs(String component) {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        var job = manifests.the("Job", component + "-migration");
        assertThat(manifests.the("ConfigMap", component).path("data").properties())
                .filteredOn(entry -> !entry.getKey().equals("GROUNDSWELL_MIGRATE_AT_START"))
                .allSatisfy(entry -> assertThat(variable(job, entry.getKey()).path("value")).isEqualTo(entry.getValue()));
        assertThat(Manifests.container(manifests.server(component)).path("env"))
                .allSatisfy(secret -> assertThat(Manifests.container(job).path("env")).contains(secret));
    }

    @ParameterizedTest
    @FieldSource("DATABASE_COMPONENTS")
    void itAloneGetsTheCredentialsOfTheRoleThatOwnsTheSchema(String component) {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        var job = manifests.the("Job", component + "-migration");
        assertThat(variable(job, "GROUNDSWELL_DB_MIGRATION_USERNAME").at("/valueFrom/secretKeyRef/name").asText())
                .isEqualTo(component + "-owner");
        assertThat(variable(job, "GROUNDSWELL_DB_MIGRATION_PASSWORD").at("/valueFrom/secretKeyRef/name").asText())
                .isEqualTo(component + "-owner");
        assertThat(manifests.all()).filteredOn(manifest -> manifest.toString().contains(component + "-owner"))
                .extracting(manifest -> manifest.path("kind").asText(), Manifests::name)
                .containsExactly(tuple("Job", component + "-migration"));
    }

    @Test
    void noServerIsGivenMigrationVariables() {
        // Given
        var chart = Chart.minimal();

        // When
        var servers = chart.render().servers();

        // Then
        assertThat(servers).hasSize(4)
                .allSatisfy(server -> assertThat(server.toString()).doesNotContain("MIGRATION_", "INIT_AND_EXIT"));
    }

    @Test
    void helmRunsItBeforeAnythingElseAndNeedsNothingElseForIt() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.ofKind("Job")).hasSize(3).allSatisfy(job -> {
            assertThat(hook(job)).isEqualTo("pre-install,pre-upgrade");
            assertThat(Manifests.container(job).has("envFrom")).isFalse();
            var account = manifests.the("ServiceAccount", Manifests.name(job));
            assertThat(hook(account)).isEqualTo("pre-install,pre-upgrade");
            assertThat(weight(account)).isLessThan(weight(job));
        });
        assertThat(manifests.all()).filteredOn(manifest -> !hook(manifest).isEmpty())
                .allSatisfy(manifest -> assertThat(Manifests.name(manifest)).endsWith("-migration"));
    }

    @Test
    void helmKnowsItAsAHook() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.renderWithoutHooks();

        // Then
        assertThat(manifests.ofKind("Job")).isEmpty();
        assertThat(manifests.namesOf("ServiceAccount")).containsExactlyElementsOf(Manifests.COMPONENTS);
    }

    @Test
    void itEndsInGoodTimeWhateverHappens() {
        // Given
        var chart = Chart.minimal().with("migrations: {deadlineSeconds: 900, retries: 1}");

        // When
        var jobs = chart.render().ofKind("Job");

        // Then
        assertThat(jobs).allSatisfy(job -> {
            assertThat(job.at("/spec/activeDeadlineSeconds").asInt()).isEqualTo(900);
            assertThat(job.at("/spec/backoffLimit").asInt()).isEqualTo(1);
            assertThat(Manifests.pod(job).path("restartPolicy").asText()).isEqualTo("Never");
        });
    }

    @Test
    void theDefaultDeadlineEndsBeforeHelmStopsWaiting() {
        // Given
        var helmsDefaultTimeoutInSeconds = 300;

        // When
        var jobs = Chart.minimal().render().ofKind("Job");

        // Then
        assertThat(jobs).allSatisfy(
                job -> assertThat(job.at("/spec/activeDeadlineSeconds").asInt()).isLessThan(helmsDefaultTimeoutInSeconds));
    }

    @Test
    void itCanBeLeftToSomebodyElseWhoThenKeepsTheCredentials() {
        // Given
        var chart = Chart.minimal().with("""
                migrations: {enabled: false}
                creator: {database: {migration: {secretName: ''}}}
                """);

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.all()).extracting(Manifests::name).noneMatch(name -> name.contains("migration"));
    }

    private static JsonNode variable(JsonNode job, String name) {
        @Nullable
        JsonNode found = null;
        for (var variable : Manifests.container(job).path("env")) {
            if (variable.path("name").asText().equals(name)) {
                assertThat(found).as("%s is there once", name).isNull();
                found = variable;
            }
        }
        return found == null ? Yaml.read("{}") : found;
    }

    private static String hook(JsonNode manifest) {
        return manifest.path("metadata").path("annotations").path(Chart.HOOK).asText();
    }

    private static int weight(JsonNode manifest) {
        return Integer.parseInt(manifest.at("/metadata/annotations/helm.sh~1hook-weight").asText());
    }
}
