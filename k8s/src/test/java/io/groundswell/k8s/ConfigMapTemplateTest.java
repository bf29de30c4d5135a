package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class ConfigMapTemplateTest {

    private static final List<String> OF_EVERY_PROCESS = List.of("GROUNDSWELL_ISSUER_URL", "JAVA_TOOL_OPTIONS",
            "QUARKUS_HTTP_HOST", "QUARKUS_HTTP_PORT", "QUARKUS_SHUTDOWN_DELAY", "QUARKUS_SHUTDOWN_TIMEOUT");
    private static final List<String> OF_A_DATABASE_CLIENT = List.of("GROUNDSWELL_DB_HOST", "GROUNDSWELL_DB_NAME",
            "GROUNDSWELL_DB_PORT", "GROUNDSWELL_MIGRATE_AT_START");

    /** The runtime contract of the processes, without the secrets. */
    private static final Map<String, List<String>> CONTRACT = Map.of(
            "advocacy",
            with(OF_A_DATABASE_CLIENT, "GROUNDSWELL_CLICK_JOURNAL_DIR", "GROUNDSWELL_CREATOR_URL", "GROUNDSWELL_PUBLIC_URL"),
            "campaign", with(OF_A_DATABASE_CLIENT, "GROUNDSWELL_CREATOR_URL", "GROUNDSWELL_PUBLIC_URL"),
            "creator", with(OF_A_DATABASE_CLIENT, "GROUNDSWELL_CAMPAIGN_URL", "GROUNDSWELL_SEARCH_DIR"),
            "gateway", List.of("GROUNDSWELL_ADVOCACY_URL", "GROUNDSWELL_CAMPAIGN_URL", "GROUNDSWELL_CREATOR_URL",
                    "GROUNDSWELL_PUBLIC_URL"));

    @Test
    void eachProcessIsToldExactlyWhatTheRuntimeContractNames() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.namesOf("ConfigMap")).containsExactlyElementsOf(Manifests.COMPONENTS);
        CONTRACT.forEach((component, names) -> assertThat(data(manifests, component)).as(component)
                .containsOnlyKeys(with(names, OF_EVERY_PROCESS.toArray(String[]::new))));
    }

    @Test
    void forwardedAddressesAreBelievedBehindTheIngressOnly() {
        // Given
        var name = "GROUNDSWELL_PASS_THROUGH_TRUST_FORWARDED_HEADERS";

        // When
        var open = data(Chart.minimal().render(), "gateway");
        var behindIngress = data(Chart.minimal().with("ingress: {enabled: true}").render(), "gateway");

        // Then
        assertThat(open).doesNotContainKey(name);
        assertThat(behindIngress).containsEntry(name, "true");
    }

    @Test
    void valuesReachTheProcesses() {
        // Given
        var chart = Chart.minimal().with("""
                campaign: {database: {host: pg.example.org, port: 6432, name: campaign_live}}
                shutdown: {delaySeconds: 7, timeoutSeconds: 40}
                """);

        // When
        var data = data(chart.render(), "campaign");

        // Then
        assertThat(data).containsEntry("GROUNDSWELL_DB_HOST", "pg.example.org").containsEntry("GROUNDSWELL_DB_PORT", "6432")
                .containsEntry("GROUNDSWELL_DB_NAME", "campaign_live").containsEntry("GROUNDSWELL_MIGRATE_AT_START", "false")
                .containsEntry("GROUNDSWELL_ISSUER_URL", "https://identity.example.org/realms/groundswell")
                .containsEntry("QUARKUS_SHUTDOWN_DELAY", "7S").containsEntry("QUARKUS_SHUTDOWN_TIMEOUT", "40S");
    }

    @Test
    void servicesFindEachOtherThroughTheServicesOfTheSameRelease() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        var gateway = data(manifests, "gateway");
        for (var upstream : Manifests.DATABASE_COMPONENTS) {
            var service = manifests.the("Service", upstream);
            assertThat(gateway.get("GROUNDSWELL_" + upstream.toUpperCase(Locale.ROOT) + "_URL")).isEqualTo(
                    "http://%s:%d".formatted(service.at("/metadata/name").asText(), service.at("/spec/ports/0/port").asInt()));
        }
        assertThat(data(manifests, "creator").get("GROUNDSWELL_CAMPAIGN_URL"))
                .isEqualTo(gateway.get("GROUNDSWELL_CAMPAIGN_URL"));
        assertThat(data(manifests, "campaign").get("GROUNDSWELL_CREATOR_URL"))
                .isEqualTo(gateway.get("GROUNDSWELL_CREATOR_URL"));
    }

    @Test
    void theJournalIsWhereTheVolumeIsMounted() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(Manifests.container(manifests.server("advocacy")).path("volumeMounts").findValuesAsText("mountPath"))
                .containsExactlyInAnyOrder("/tmp", data(manifests, "advocacy").get("GROUNDSWELL_CLICK_JOURNAL_DIR"));
    }

    @Test
    void theSearchIndexIsWhereTheVolumeIsMounted() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(Manifests.container(manifests.server("creator")).path("volumeMounts").findValuesAsText("mountPath"))
                .containsExactlyInAnyOrder("/tmp", data(manifests, "creator").get("GROUNDSWELL_SEARCH_DIR"));
    }

    @Test
    void furtherVariablesAreAddedToTheServiceThatAsksForThem() {
        // Given
        var chart = Chart.minimal().with("creator: {extraConfig: {QUARKUS_LOG_LEVEL: DEBUG}}");

        // When
        var manifests = chart.render();

        // Then
        assertThat(data(manifests, "creator")).containsEntry("QUARKUS_LOG_LEVEL", "DEBUG");
        assertThat(data(manifests, "campaign")).doesNotContainKey("QUARKUS_LOG_LEVEL");
    }

    private static Map<String, String> data(Manifests manifests, String component) {
        var data = new TreeMap<String, String>();
        for (Map.Entry<String, JsonNode> entry : manifests.the("ConfigMap", component).path("data").properties()) {
            assertThat(entry.getValue().isTextual()).as("%s is a string", entry.getKey()).isTrue();
            data.put(entry.getKey(), entry.getValue().asText());
        }
        return data;
    }

    private static List<String> with(List<String> names, String... more) {
        var all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return all;
    }
}
