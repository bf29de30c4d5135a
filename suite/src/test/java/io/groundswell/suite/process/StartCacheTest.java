package io.groundswell.suite.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A start-up cache")
class StartCacheTest {

    @TempDir
    Path directory;

    private Path program;

    @BeforeEach
    void program() throws IOException {
        program = Files.createDirectory(directory.resolve("quarkus-app"));
        Files.writeString(program.resolve("quarkus-run.jar"), "one");
    }

    @Test
    @DisplayName("is not used before it was recorded")
    void missing() {
        // When
        List<String> options = cache(List.of()).useOptions();

        // Then
        assertThat(options).isEmpty();
    }

    @Test
    @DisplayName("is used once the recording JVM has left one")
    void recorded() throws IOException {
        // Given
        record(cache(List.of("-Xmx96m")));

        // When
        List<String> options = cache(List.of("-Xmx96m")).useOptions();

        // Then
        assertThat(options).containsExactly("-XX:AOTCache=" + directory.resolve("start-cache/gateway.aot"));
    }

    @Test
    @DisplayName("does not fit another build")
    void otherBuild() throws IOException {
        // Given
        record(cache(List.of()));
        Files.writeString(program.resolve("quarkus-run.jar"), "changed");

        // When
        boolean fits = cache(List.of()).fits();

        // Then
        assertThat(fits).isFalse();
    }

    @Test
    @DisplayName("does not fit other options")
    void otherOptions() throws IOException {
        // Given
        record(cache(List.of("-XX:+UseSerialGC")));

        // When
        boolean fits = cache(List.of("-XX:+UseG1GC")).fits();

        // Then
        assertThat(fits).isFalse();
    }

    @Test
    @DisplayName("is not taken from a JVM that was killed before it wrote one")
    void nothingRecorded() {
        // Given
        StartCache cache = cache(List.of());
        cache.recordOptions();

        // When
        boolean accepted = cache.accept();

        // Then
        assertThat(accepted).isFalse();
    }

    private StartCache cache(List<String> jvmOptions) {
        return new StartCache(directory.resolve("start-cache"), "gateway", program, jvmOptions);
    }

    /** Does what the JVM does: it writes the file that the option names. */
    private static void record(StartCache cache) throws IOException {
        String option = cache.recordOptions().getFirst();
        Files.writeString(Path.of(option.substring("-XX:AOTCacheOutput=".length())), "cache");
        cache.accept();
    }
}
