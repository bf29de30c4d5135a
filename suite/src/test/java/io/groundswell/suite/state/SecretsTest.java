package io.groundswell.suite.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Secrets")
class SecretsTest {

    @TempDir
    Path directory;

    @Test
    @DisplayName("are the same after a restart")
    void kept() {
        // Given
        Path file = directory.resolve("secrets");
        String password = Secrets.in(file).password("database.campaign.app");

        // When
        String again = Secrets.in(file).password("database.campaign.app");

        // Then
        assertThat(again).isEqualTo(password).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    @DisplayName("differ by what they are for")
    void different() {
        // Given
        Secrets secrets = Secrets.in(directory.resolve("secrets"));

        // When
        String one = secrets.password("one");
        String other = secrets.password("other");

        // Then
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    @DisplayName("can be read by their owner only")
    void ownerOnly() throws IOException {
        // Given
        Path file = directory.resolve("secrets");

        // When
        Secrets.in(file).password("one");

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    @DisplayName("that are keys hold 32 bytes in Base64")
    void keys() {
        // When
        String key = Secrets.in(directory.resolve("secrets")).key("signing.key");

        // Then
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    }
}
