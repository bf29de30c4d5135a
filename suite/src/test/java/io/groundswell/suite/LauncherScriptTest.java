package io.groundswell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the script itself in a folder that looks like a checkout. */
@DisplayName("The script groundswell")
class LauncherScriptTest {

    private static final Instant BUILT = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path directory;

    private Path checkout;

    private record Outcome(int exit, String output) {}

    @BeforeEach
    void copyScript() throws IOException {
        checkout = Files.createDirectory(directory.resolve("checkout"));
        Path here = Path.of("").toAbsolutePath();
        Files.copy(here.resolveSibling("groundswell"), checkout.resolve("groundswell"));
        Files.createDirectory(checkout.resolve(".mvn"));
        Files.copy(here.resolveSibling(".mvn/find-jdk.sh"), checkout.resolve(".mvn/find-jdk.sh"),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Nested
    @DisplayName("looking for a JDK")
    class Jdk {

        @Test
        @DisplayName("takes the one JAVA_HOME names if it is new enough")
        void javaHome() throws Exception {
            // Given
            Path jdk = jdk("mine", "25.0.1");

            // When
            Outcome outcome = run(Map.of("JAVA_HOME", jdk.toString()), "jdk");

            // Then
            assertThat(outcome).isEqualTo(new Outcome(0, jdk + "\n"));
        }

        @Test
        @DisplayName("passes over an old one, whatever names it")
        void oldJavaHome() throws Exception {
            // Given
            Path old = jdk("old", "17.0.15");
            Path later = jdk("later", "26-ea");

            // When
            Outcome outcome = run(Map.of("JAVA_HOME", old.toString(), "JDK25_HOME", later.toString()), "jdk");

            // Then
            assertThat(outcome).isEqualTo(new Outcome(0, later + "\n"));
        }

        @Test
        @DisplayName("takes Java 8's way of counting for what it is")
        void javaEight() throws Exception {
            // Given
            Path eight = jdk("eight", "1.8.0_402");
            Path home = Files.createDirectories(directory.resolve("home"));
            Path sdkman = jdk("home/.sdkman/candidates/java/25-tem", "25.0.3");

            // When
            Outcome outcome = run(Map.of("JAVA_HOME", eight.toString(), "HOME", home.toString(), "PATH",
                    eight.resolve("bin") + ":/usr/bin:/bin"), "jdk");

            // Then
            assertThat(outcome.exit()).isZero();
            assertThat(outcome.output()).doesNotContain("eight");
            assertThat(sdkman).exists();
        }

        private Path jdk(String name, String version) throws IOException {
            Path home = directory.resolve(name);
            Path bin = Files.createDirectories(home.resolve("bin"));
            for (String program : List.of("java", "javac")) {
                Files.createFile(bin.resolve(program),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            }
            Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
            return home;
        }
    }

    @Nested
    @DisplayName("looking for what has to be built")
    class Stale {

        @BeforeEach
        void builtCheckout() throws IOException {
            file("pom.xml", BUILT.minusSeconds(60));
            for (String module : List.of("gateway", "suite")) {
                file(module + "/pom.xml", BUILT.minusSeconds(60));
                file(module + "/src/main/java/Some.java", BUILT.minusSeconds(60));
            }
            file("service-kit/src/main/java/Shared.java", BUILT.minusSeconds(60));
            file("gateway/target/quarkus-app/quarkus-run.jar", BUILT);
            file("suite/target/suite.jar", BUILT);
            for (String folder : List.of("gateway/src/main", "gateway/src/main/java", "suite/src/main", "suite/src/main/java",
                    "service-kit/src/main",
                    "service-kit/src/main/java")) {
                Files.setLastModifiedTime(checkout.resolve(folder), FileTime.from(BUILT.minusSeconds(60)));
            }
        }

        @Test
        @DisplayName("finds nothing when every artefact is newer than its sources")
        void upToDate() throws Exception {
            // When
            Outcome outcome = run(Map.of(), "stale");

            // Then
            assertThat(outcome).isEqualTo(new Outcome(0, ""));
        }

        @Test
        @DisplayName("finds a module one of whose sources changed")
        void changed() throws Exception {
            // Given
            file("gateway/src/main/java/Some.java", BUILT.plusSeconds(1));

            // When
            Outcome outcome = run(Map.of(), "stale");

            // Then
            assertThat(outcome.output()).isEqualTo("gateway\n");
        }

        @Test
        @DisplayName("finds a module one of whose sources was deleted")
        void deleted() throws Exception {
            // Given
            Files.delete(checkout.resolve("gateway/src/main/java/Some.java"));

            // When
            Outcome outcome = run(Map.of(), "stale");

            // Then
            assertThat(outcome.output()).isEqualTo("gateway\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"service-kit", "text-kit"})
        @DisplayName("finds every service, but not the suite, when what they share changed")
        void sharedChanged(String shared) throws Exception {
            // Given
            file(shared + "/src/main/java/Shared.java", BUILT.plusSeconds(1));

            // When
            Outcome outcome = run(Map.of(), "stale");

            // Then
            assertThat(outcome.output()).isEqualTo("gateway\n");
        }

        @Test
        @DisplayName("finds a module that was never built")
        void neverBuilt() throws Exception {
            // Given
            Files.delete(checkout.resolve("suite/target/suite.jar"));

            // When
            Outcome outcome = run(Map.of(), "stale");

            // Then
            assertThat(outcome.output()).isEqualTo("suite\n");
        }

        @Test
        @DisplayName("believes the stamp of a build that had no reason to write the artefact again")
        void stamped() throws Exception {
            // Given
            file("gateway/pom.xml", BUILT.plusSeconds(1));
            file("gateway/target/groundswell-built", BUILT.plusSeconds(2));

            // When
            Outcome outcome = run(Map.of(), "stale");

            // Then
            assertThat(outcome.output()).isEmpty();
        }

        private void file(String path, Instant changed) throws IOException {
            Path file = checkout.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, path);
            Files.setLastModifiedTime(file, FileTime.from(changed));
        }
    }

    @Test
    @DisplayName("says what there is when asked for something else")
    void unknownCommand() throws Exception {
        // When
        Outcome outcome = run(Map.of(), "upp");

        // Then
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.output()).contains("./groundswell up", "there is no command upp");
    }

    private Outcome run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", checkout.resolve("groundswell").toString())
                .redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.contains("JAVA") || name.contains("JDK"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
