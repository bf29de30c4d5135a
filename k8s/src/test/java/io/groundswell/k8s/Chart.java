package io.groundswell.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;

/**
 * The chart with the values of one installation. Immutable: each {@code with} gives another chart.
 *
 * <p>helm-java leaves hooks out of what it renders and has no command to show them. {@link #render()} therefore works on a copy
 * of the chart in which the annotation that makes a manifest a hook has another name, {@link #HOOK}.
 *
 * <p>Values are written to a file, not passed as {@code --set}, so that types reach Helm exactly as a user's file would carry
 * them.
 */
final class Chart {
    static final Path DIRECTORY = Path.of("chart", "groundswell").toAbsolutePath();
    static final String RELEASE = "spring";
    static final String NAMESPACE = "marketing";
    /** Stands for {@code helm.sh/hook} in rendered manifests. */
    static final String HOOK = "rendered.helm.sh/hook";
    private static final Path WITHOUT_HOOKS = copy(HOOK);
    /** The oldest Kubernetes the chart allows. Without a version helm-java renders for 1.20, which the chart refuses. */
    private static final String KUBERNETES = "v1.29.0";

    /** Everything that has no default, and nothing else. */
    private static final String MINIMAL = """
            publicUrl: https://groundswell.example.org
            issuerUrl: https://identity.example.org/realms/groundswell
            signingKey: {secretName: groundswell-signing-key}
            erasureKey: {secretName: groundswell-erasure-key}
            creator:
              database: {host: creator-db, secretName: creator-app, migration: {secretName: creator-owner}}
              client: {secretName: groundswell-service-client}
            campaign:
              database: {host: campaign-db, secretName: campaign-app, migration: {secretName: campaign-owner}}
            advocacy:
              database: {host: advocacy-db, secretName: advocacy-app, migration: {secretName: advocacy-owner}}
            """;

    private static final Map<JsonNode, Manifests> RENDERED = new LinkedHashMap<>();

    private final JsonNode values;

    private Chart(JsonNode values) {
        this.values = values;
    }

    /** The chart with the values that must be set, and the defaults for all others. */
    static Chart minimal() {
        return new Chart(Yaml.read(MINIMAL));
    }

    /** The chart with its defaults alone, which cannot be installed. */
    static Chart defaults() {
        return new Chart(Yaml.read("{}"));
    }

    /** The chart with further values laid over those it has, as a second values file would be. */
    Chart with(String yaml) {
        return new Chart(Yaml.overlay(values, Yaml.read(yaml)));
    }

    /**
     * What Helm would send to the cluster, hooks included.
     *
     * @throws IllegalStateException with Helm's message when it refuses the values
     */
    Manifests render() {
        return RENDERED.computeIfAbsent(values, ignored -> render(WITHOUT_HOOKS));
    }

    /** What Helm would send to the cluster after all hooks have succeeded. */
    Manifests renderWithoutHooks() {
        return render(DIRECTORY);
    }

    private Manifests render(Path directory) {
        return new Manifests(Yaml.documents(inValuesFile(file -> new Helm(directory).template().withName(RELEASE)
                .withNamespace(NAMESPACE).withKubeVersion(KUBERNETES).withValuesFile(file).call())));
    }

    /** What Helm prints after an installation with these values. */
    String notes() {
        return inValuesFile(file -> new Helm(DIRECTORY).install().clientOnly().dryRun().withName(RELEASE)
                .withNamespace(NAMESPACE).withKubeVersion(KUBERNETES).withValuesFile(file).call().getOutput());
    }

    private String inValuesFile(Function<Path, String> command) {
        try {
            var file = Files.createTempFile("values", ".yaml");
            try {
                Files.writeString(file, Yaml.write(values));
                return command.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of the chart that has these values as its defaults, for commands that take no values. */
    Path copy() {
        var copy = copy("");
        try {
            var defaults = copy.resolve("values.yaml");
            Files.writeString(defaults, Yaml.write(Yaml.overlay(Yaml.read(defaults), values)));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of the chart in which the annotation {@code helm.sh/hook} has another name, unless that is empty. */
    private static Path copy(String hook) {
        try (var files = Files.walk(DIRECTORY)) {
            // a directory of its own for each run: nothing that was deleted from the chart is left in it
            var target = Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "chart");
            for (var file : files.toList()) {
                var copy = target.resolve(DIRECTORY.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    var text = Files.readString(file);
                    Files.writeString(copy, hook.isEmpty() ? text : text.replace("helm.sh/hook:", hook + ":"));
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
