package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeploymentTemplateTest {

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @Test
    void theComponentsWithoutDataOfTheirOwnAreDeployments() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.namesOf("Deployment")).containsExactly("campaign", "creator", "gateway");
    }

    @Test
    void anUpgradeNeverHasFewerPodsThanWereAskedFor() {
        // Given
        var chart = Chart.minimal().with("campaign: {replicas: 3}");

        // When
        var deployment = chart.render().the("Deployment", "campaign");

        // Then
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(3);
        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxSurge").asInt()).isEqualTo(1);
    }

    @Test
    void theImageIsTaggedWithTheVersionOfTheApplicationByDefault() {
        // Given
        var chart = Chart.minimal();

        // When
        var image = image(chart);

        // Then
        assertThat(image).isEqualTo("groundswell/campaign-service:" + System.getProperty("groundswell.version"));
    }

    @Test
    void aTagForAllImagesReplacesTheDefault() {
        // Given
        var chart = Chart.minimal().with("image: {registry: 'registry.example.org:5000/mirror', tag: '1.4'}");

        // When
        var image = image(chart);

        // Then
        assertThat(image).isEqualTo("registry.example.org:5000/mirror/groundswell/campaign-service:1.4");
    }

    @Test
    void aServicesOwnImageWinsOverTheOneForAll() {
        // Given
        var chart = Chart.minimal().with("""
                image: {registry: registry.example.org, tag: '1.4'}
                campaign: {image: {registry: other.example.org, repository: fork/campaign, tag: '1.5'}}
                """);

        // When
        var image = image(chart);

        // Then
        assertThat(image).isEqualTo("other.example.org/fork/campaign:1.5");
    }

    @Test
    void aDigestWinsOverEveryTag() {
        // Given
        var chart = Chart.minimal().with("""
                image: {tag: '1.4'}
                campaign: {image: {tag: '1.5', digest: '%s'}}
                """.formatted(DIGEST));

        // When
        var image = image(chart);

        // Then
        assertThat(image).isEqualTo("groundswell/campaign-service@" + DIGEST);
    }

    @Test
    void anotherConfigurationIsAnotherPod() {
        // Given
        var before = checksum(Chart.minimal());
        var changed = Chart.minimal().with("campaign: {extraConfig: {QUARKUS_LOG_LEVEL: DEBUG}}");

        // When
        var after = checksum(changed);

        // Then
        assertThat(after).matches("[0-9a-f]{64}").isNotEqualTo(before);
    }

    @Test
    void whatAllPodsShareReachesThem() {
        // Given
        var chart = Chart.minimal().with("""
                image: {pullPolicy: Always, pullSecrets: [pull]}
                pods:
                  priorityClassName: business
                  nodeSelector: {pool: services}
                  tolerations: [{key: pool, operator: Equal, value: services, effect: NoSchedule}]
                  annotations: {example.org/owner: growth}
                  labels: {example.org/cost: marketing}
                """);

        // When
        var workloads = chart.render().workloads();

        // Then
        assertThat(workloads).hasSize(7).allSatisfy(workload -> {
            var pod = Manifests.pod(workload);
            assertThat(pod.at("/imagePullSecrets/0/name").asText()).isEqualTo("pull");
            assertThat(pod.path("priorityClassName").asText()).isEqualTo("business");
            assertThat(pod.at("/nodeSelector/pool").asText()).isEqualTo("services");
            assertThat(pod.at("/tolerations/0/value").asText()).isEqualTo("services");
            assertThat(workload.at("/spec/template/metadata/annotations/example.org~1owner").asText()).isEqualTo("growth");
            assertThat(workload.at("/spec/template/metadata/labels/example.org~1cost").asText()).isEqualTo("marketing");
            assertThat(Manifests.container(workload).path("imagePullPolicy").asText()).isEqualTo("Always");
        });
    }

    private static String image(Chart chart) {
        return Manifests.container(chart.render().the("Deployment", "campaign")).path("image").asText();
    }

    private static String checksum(Chart chart) {
        return chart.render().the("Deployment", "campaign").at("/spec/template/metadata/annotations/checksum~1config").asText();
    }
}
