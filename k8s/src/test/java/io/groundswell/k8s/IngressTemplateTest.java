package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IngressTemplateTest {

    @Test
    void nothingIsPublishedUnlessAskedFor() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.ofKind("Ingress")).isEmpty();
    }

    @Test
    void onlyTheGatewayIsPublishedUnderTheHostOfThePublicUrl() {
        // Given
        var chart = Chart.minimal().with("""
                publicUrl: https://groundswell.example.org:8443
                ingress: {enabled: true}
                """);

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.namesOf("Ingress")).containsExactly("gateway");
        var ingress = manifests.the("Ingress", "gateway");
        assertThat(ingress.findValuesAsText("host")).containsExactly("groundswell.example.org");
        assertThat(ingress.findValues("service")).hasSize(5).allSatisfy(service -> {
            assertThat(service.path("name")).isEqualTo(manifests.the("Service", "gateway").at("/metadata/name"));
            assertThat(service.at("/port/name")).isEqualTo(manifests.the("Service", "gateway").at("/spec/ports/0/name"));
        });
        assertThat(ingress.path("spec").has("tls")).isFalse();
        assertThat(ingress.path("spec").has("ingressClassName")).isFalse();
    }

    @Test
    void healthAndMetricsStayInside() {
        // Given
        var chart = Chart.minimal().with("ingress: {enabled: true}");

        // When
        var paths = chart.render().the("Ingress", "gateway").findValuesAsText("path");

        // Then
        assertThat(paths).containsExactly("/v1", "/s", "/docs", "/embed", "/wall");
    }

    @Test
    void classCertificateAndHostAreTheUsers() {
        // Given
        var chart = Chart.minimal().with("""
                ingress:
                  enabled: true
                  className: internal
                  host: api.example.org
                  annotations: {cert-manager.io/issuer: ours}
                  tls: {enabled: true, secretName: api-certificate}
                """);

        // When
        var ingress = chart.render().the("Ingress", "gateway");

        // Then
        assertThat(ingress.at("/spec/ingressClassName").asText()).isEqualTo("internal");
        assertThat(ingress.at("/spec/rules/0/host").asText()).isEqualTo("api.example.org");
        assertThat(ingress.at("/spec/tls/0/hosts/0").asText()).isEqualTo("api.example.org");
        assertThat(ingress.at("/spec/tls/0/secretName").asText()).isEqualTo("api-certificate");
        assertThat(ingress.at("/metadata/annotations/cert-manager.io~1issuer").asText()).isEqualTo("ours");
    }
}
