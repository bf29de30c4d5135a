package io.groundswell.suite.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The lock of a folder")
class SuiteLockTest {

    @TempDir
    Path directory;

    @Test
    @DisplayName("is given to one suite at a time")
    void once() {
        // Given
        StateDirectory state = StateDirectory.at(directory);
        try (SuiteLock _ = SuiteLock.claim(state).orElseThrow()) {

            // When
            Optional<SuiteLock> second = SuiteLock.claim(state);

            // Then
            assertThat(second).isEmpty();
            assertThat(SuiteLock.isHeld(state)).isTrue();
        }
    }

    @Test
    @DisplayName("is free again afterwards")
    void again() {
        // Given
        StateDirectory state = StateDirectory.at(directory);
        SuiteLock.claim(state).orElseThrow().close();

        // When
        boolean held = SuiteLock.isHeld(state);

        // Then
        assertThat(held).isFalse();
    }
}
