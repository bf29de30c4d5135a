package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatefulSetTemplateTest {

    @Test
    void eachReplicaOfAdvocacyHasAJournalThatOutlivesItsPod() {
        // Given
        var chart = Chart.minimal().with("advocacy: {replicas: 2, clickJournal: {size: 5Gi, storageClassName: fast}}");

        // When
        var set = chart.render().the("StatefulSet", "advocacy");

        // Then
        assertThat(set.at("/spec/replicas").asInt()).isEqualTo(2);
        var claim = set.at("/spec/volumeClaimTemplates/0");
        assertThat(claim.at("/metadata/name").asText()).isEqualTo("click-journal");
        assertThat(claim.at("/spec/resources/requests/storage").asText()).isEqualTo("5Gi");
        assertThat(claim.at("/spec/storageClassName").asText()).isEqualTo("fast");
        assertThat(Manifests.pod(set).path("volumes").findValuesAsText("name")).containsExactly("tmp");
        assertThat(set.at("/spec/persistentVolumeClaimRetentionPolicy").findValuesAsText("whenScaled"))
                .containsExactly("Retain");
    }

    @Test
    void theDefaultStorageClassIsLeftToTheCluster() {
        // Given
        var chart = Chart.minimal();

        // When
        var set = chart.render().the("StatefulSet", "advocacy");

        // Then
        assertThat(set.at("/spec/volumeClaimTemplates/0/spec").has("storageClassName")).isFalse();
    }

    @Test
    void theJournalCanGoWithThePod() {
        // Given
        var chart = Chart.minimal().with("advocacy: {clickJournal: {persistent: false, size: 200Mi}}");

        // When
        var set = chart.render().the("StatefulSet", "advocacy");

        // Then
        assertThat(set.path("spec").has("volumeClaimTemplates")).isFalse();
        assertThat(Manifests.pod(set).at("/volumes/1/emptyDir/sizeLimit").asText()).isEqualTo("200Mi");
    }

    @Test
    void itsServiceExists() {
        // Given
        var chart = Chart.minimal();

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.the("StatefulSet", "advocacy").at("/spec/serviceName"))
                .isEqualTo(manifests.the("Service", "advocacy").at("/metadata/name"));
    }
}
