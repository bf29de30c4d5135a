package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Kubernetes drops a field it does not know without a word; here a manifest with such a field fails. */
class KubernetesApiTest {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of("ConfigMap", ConfigMap.class, "Deployment",
            Deployment.class, "Ingress", Ingress.class, "Job", Job.class, "NetworkPolicy", NetworkPolicy.class,
            "PodDisruptionBudget", PodDisruptionBudget.class, "Service", Service.class, "ServiceAccount", ServiceAccount.class,
            "StatefulSet", StatefulSet.class);

    private static final ObjectMapper STRICT = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                // the model would collect what it does not know instead of refusing it
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            }).build();

    static Stream<JsonNode> manifests() {
        return Chart.minimal().with("""
                image: {pullSecrets: [pull]}
                pods:
                  priorityClassName: business
                  nodeSelector: {pool: services}
                  tolerations: [{key: pool, operator: Exists, effect: NoExecute, tolerationSeconds: 30}]
                campaign: {replicas: 2}
                ingress: {enabled: true, className: internal, tls: {enabled: true, secretName: certificate}}
                networkPolicy:
                  metricsFrom: [{namespaceSelector: {matchExpressions: [{key: team, operator: In, values: [sre]}]}}]
                  gatewayFrom: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]
                """).render().all().stream();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void everyFieldExists(JsonNode manifest) throws JsonProcessingException {
        // Given
        var kind = KINDS.get(manifest.path("kind").asText());
        assertThat(kind).as("model of %s", manifest.path("kind")).isNotNull();

        // When
        var typed = STRICT.treeToValue(manifest, kind);

        // Then
        assertThat(typed.getApiVersion()).isEqualTo(HasMetadata.getApiVersion(kind));
        assertThat(typed.getMetadata().getNamespace()).isEqualTo(Chart.NAMESPACE);
        assertThat(typed.getMetadata().getName()).hasSizeLessThanOrEqualTo(63);
    }
}
