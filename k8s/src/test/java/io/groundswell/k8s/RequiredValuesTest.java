package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

class RequiredValuesTest {

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        // Given
        var chart = Chart.defaults();

        // When
        // Then
        assertThatThrownBy(chart::render).hasMessageContainingAll("Groundswell cannot be installed without these values",
                "\n  - publicUrl: ", "\n  - issuerUrl: ", "\n  - signingKey.secretName: ", "\n  - erasureKey.secretName: ",
                "\n  - creator.client.secretName: ",
                "\n  - advocacy.database.host: ", "\n  - advocacy.database.secretName: ",
                "\n  - advocacy.database.migration.secretName: ", "\n  - campaign.database.host: ",
                "\n  - campaign.database.secretName: ", "\n  - campaign.database.migration.secretName: ",
                "\n  - creator.database.host: ", "\n  - creator.database.secretName: ",
                "\n  - creator.database.migration.secretName: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"publicUrl", "issuerUrl", "signingKey.secretName", "erasureKey.secretName",
            "creator.client.secretName",
            "creator.database.host", "campaign.database.secretName", "advocacy.database.migration.secretName"})
    void whatIsMissingAloneIsNamedAlone(String path) {
        // Given
        var chart = Chart.minimal().with(nested(path));

        // When
        // Then
        assertThatThrownBy(chart::render).satisfies(refusal -> assertThat(String.valueOf(refusal.getMessage()).lines()
                .filter(line -> line.startsWith("  - "))).singleElement().asString().startsWith("  - " + path + ": "));
    }

    @Test
    void aCertificateIsMissedOnlyWhenTlsIsAskedFor() {
        // Given
        var chart = Chart.minimal().with("ingress: {enabled: true, tls: {enabled: true}}");

        // When
        // Then
        assertThatThrownBy(chart::render).hasMessageContaining("ingress.tls.secretName: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GROUNDSWELL_DB_HOST", "QUARKUS_HTTP_PORT", "OTHER_PASSWORD", "ACCESS_TOKEN"})
    void aFurtherVariableIsNeitherTheChartsOwnNorASecret(String name) {
        // Given
        var chart = Chart.minimal().with("campaign: {extraConfig: {%s: x}}".formatted(name));

        // When
        // Then
        assertThatThrownBy(chart::render).hasMessageContaining("\n  - campaign.extraConfig.%s: ".formatted(name));
    }

    /** A values file that sets one path to nothing. */
    private static String nested(String path) {
        var keys = path.split("\\.", -1);
        var root = JsonNodeFactory.instance.objectNode();
        var node = root;
        for (int i = 0; i < keys.length - 1; i++) {
            node = node.putObject(keys[i]);
        }
        node.put(keys[keys.length - 1], "");
        return Yaml.write(root);
    }
}
