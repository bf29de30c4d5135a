package io.groundswell.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.marcnuri.helm.Helm;

/** The chart as a whole. */
class ChartTest {

    @TempDir
    Path directory;

    @Test
    void lintFindsNothing() {
        // Given
        var chart = Chart.minimal().with("{ingress: {enabled: true}, metrics: {serviceMonitor: {enabled: true}}}").copy();

        // When
        var result = new Helm(chart).lint().strict().call();

        // Then
        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
        assertThat(result.getMessages()).noneMatch(message -> message.contains("[ERROR]") || message.contains("[WARNING]"));
    }

    @Test
    void itCanBePackagedUnderTheVersionOfTheBuild() throws IOException {
        // Given
        var version = System.getProperty("groundswell.version");

        // When
        new Helm(Chart.DIRECTORY).packageIt().withDestination(directory).call();

        // Then
        try (var files = Files.list(directory)) {
            assertThat(files).extracting(file -> file.getFileName().toString())
                    .containsExactly("groundswell-" + version + ".tgz");
        }
    }

    @Test
    void itsVersionIsThatOfTheBuild() {
        // Given
        var version = System.getProperty("groundswell.version");

        // When
        var chart = Yaml.read(Chart.DIRECTORY.resolve("Chart.yaml"));

        // Then
        assertThat(chart.path("version").asText()).isEqualTo(version);
        assertThat(chart.path("appVersion").asText()).isEqualTo(version);
    }

    @Test
    void everyTemplateThatRendersSomethingHasATestNamedAfterIt() throws IOException {
        // Given
        var untested = new ArrayList<String>();

        // When
        try (var templates = Files.newDirectoryStream(Chart.DIRECTORY.resolve("templates"), "*.yaml")) {
            for (var template : templates) {
                var name = template.getFileName().toString().replace(".yaml", "").replace("-", "").toLowerCase(Locale.ROOT);
                try (var tests = Files.list(Path.of("src/test/java/io/groundswell/k8s"))) {
                    if (tests.noneMatch(test -> test.getFileName().toString().toLowerCase(Locale.ROOT)
                            .equals(name + "templatetest.java"))) {
                        untested.add(template.getFileName().toString());
                    }
                }
            }
        }

        // Then
        assertThat(untested).isEmpty();
    }

    @Test
    void theReadmeNamesEveryValueWithItsDefault() throws IOException {
        // Given
        var readme = Files.readAllLines(Chart.DIRECTORY.resolve("README.md"));

        // When
        var values = Values.leaves();

        // Then
        assertThat(values).allSatisfy((path, value) -> assertThat(readme).as("row of %s", path)
                .anyMatch(line -> line.startsWith("| `%s` | `%s` |".formatted(path, value))));
        assertThat(readme.stream().filter(line -> line.startsWith("| `"))).hasSameSizeAs(values.keySet());
    }

    @Test
    void aLongReleaseNameStillGivesNamesThatKubernetesAccepts() {
        // Given
        var chart = Chart.minimal().with("fullnameOverride: " + "long-name-".repeat(6) + "end");

        // When
        var manifests = chart.render();

        // Then
        assertThat(manifests.all()).allSatisfy(manifest -> assertThat(manifest.at("/metadata/name").asText())
                .hasSizeLessThanOrEqualTo(63).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?"));
    }

    @Test
    void itSaysHowToGoOn() {
        // Given
        var chart = Chart.minimal().with("{publicUrl: 'http://groundswell.example.org', migrations: {enabled: false}}");

        // When
        var notes = chart.notes();

        // Then
        assertThat(notes).contains("kubectl --namespace marketing port-forward service/spring-groundswell-gateway 8080",
                "WARNING: publicUrl is not https", "WARNING: migrations.enabled is false");
    }
}
