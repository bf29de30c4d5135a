package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

class ValuesSchemaTest {

    private static final JsonNode SCHEMA = Yaml.read(Chart.DIRECTORY.resolve("values.schema.json"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            replicaz: 1                                             | replicaz
            creator: {replica: 2}                                   | replica
            gateway: {database: {host: pg}}                         | database
            campaign: {client: {secretName: c}}                     | client
            creator: {database: {hostname: pg}}                     | hostname
            creator: {database: {password: hunter2}}                | password
            creator: {database: {migration: {password: hunter2}}}   | password
            advocacy: {clickJournal: {persistant: true}}            | persistant
            campaign: {resources: {limit: {memory: 1Gi}}}           | limit
            campaign: {image: {tagg: '1'}}                          | tagg
            ingress: {tls: {secret: x}}                             | secret
            networkPolicy: {metricsFrom: [{podSelectors: {}}]}      | podSelectors
            pods: {tolerations: [{keys: a}]}                        | keys
            metrics: {serviceMonitor: {enable: true}}               | enable
            """)
    void aNameThatDoesNotExistIsRefusedAndNamed(String values, String name) {
        // Given
        var chart = Chart.minimal().with(values);

        // When
        // Then
        assertThatThrownBy(chart::render).hasMessageContaining("additional properties '" + name + "' not allowed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            creator: {replicas: two}                        | /creator/replicas
            creator: {replicas: 0}                          | /creator/replicas
            creator: {database: {port: '5432'}}             | /creator/database/port
            creator: {database: {port: 70000}}              | /creator/database/port
            publicUrl: groundswell.example.org              | /publicUrl
            publicUrl: https://example.org/groundswell      | /publicUrl
            issuerUrl: identity.example.org                 | /issuerUrl
            image: {pullPolicy: Sometimes}                  | /image/pullPolicy
            campaign: {image: {digest: 'sha256:12'}}        | /campaign/image/digest
            campaign: {image: {tag: 1.5}}                   | /campaign/image/tag
            campaign: {resources: {limits: {memory: lots}}} | /campaign/resources/limits/memory
            pods: {runAsUser: 0}                            | /pods/runAsUser
            ingress: {enabled: 'yes'}                       | /ingress/enabled
            ingress: {paths: ['/']}                         | /ingress/paths/0
            ingress: {paths: ['/q']}                        | /ingress/paths/0
            ingress: {paths: ['/q/metrics']}                | /ingress/paths/0
            ingress: {paths: ['//q/metrics']}               | /ingress/paths/0
            signingKey: {secretName: Not_A_Name}            | /signingKey/secretName
            campaign: {extraConfig: {lower: x}}             | /campaign/extraConfig
            campaign: {extraConfig: {QUARKUS_LOG_LEVEL: 1}} | /campaign/extraConfig/QUARKUS_LOG_LEVEL
            campaign: null                                  | campaign
            """)
    void aValueThatCannotBeRightIsRefusedWithItsPlace(String values, String place) {
        // Given
        var chart = Chart.minimal().with(values);

        // When
        // Then
        assertThatThrownBy(chart::render).hasMessageContaining(place);
    }

    @Test
    void aParentChartMaySetGlobals() {
        // Given
        var chart = Chart.minimal().with("global: {region: north}");

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.all()).isNotEmpty();
    }

    @Test
    void noObjectIsOpen() {
        // Given
        var open = new ArrayList<String>();

        // When
        collectOpenObjects("", SCHEMA, open);

        // Then
        assertThat(SCHEMA.path("$schema").asText()).isEqualTo("http://json-schema.org/draft-07/schema#");
        assertThat(open).containsExactly("/properties/global");
    }

    /** An object is closed when it allows no other properties, or none but strings. */
    private static void collectOpenObjects(String path, JsonNode schema, List<String> open) {
        if (schema.path("type").asText().equals("object")) {
            var others = schema.path("additionalProperties");
            if (others.asBoolean(true) && !others.path("type").asText().equals("string")) {
                open.add(path);
            }
        }
        schema.properties().forEach(field -> collectOpenObjects(path + "/" + field.getKey(), field.getValue(), open));
        for (int i = 0; schema.isArray() && i < schema.size(); i++) {
            collectOpenObjects(path + "/" + i, schema.path(i), open);
        }
    }
}
