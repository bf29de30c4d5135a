package io.groundswell.suite.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a killed suite leaves behind")
class LeftoversTest {

    @TempDir
    Path directory;

    @Test
    @DisplayName("is found by its record and stopped")
    void stopped() throws IOException {
        // Given
        StateDirectory state = StateDirectory.at(directory);
        Process process = new ProcessBuilder("sleep", "300").start();
        ProcessRecord.of("campaign-service", process.toHandle()).write(state.processes());

        // When
        List<String> names = new Leftovers(state).stop();

        // Then
        assertThat(names).containsExactly("campaign-service");
        assertThat(process.isAlive()).isFalse();
        assertThat(ProcessRecord.in(state.processes())).isEmpty();
    }

    @Test
    @DisplayName("is not a process that has its id by now and started at another time")
    void recycledId() {
        // Given
        ProcessRecord mine = ProcessRecord.of("campaign-service", ProcessHandle.current());
        ProcessRecord earlier = new ProcessRecord("campaign-service", mine.pid(), mine.started().minus(Duration.ofMinutes(5)));

        // When
        Optional<ProcessHandle> process = earlier.alive();

        // Then
        assertThat(process).isEmpty();
        assertThat(mine.alive()).contains(ProcessHandle.current());
    }

    @Test
    @DisplayName("is nothing where a record was cut off by the crash")
    void cutOff() throws IOException {
        // Given
        StateDirectory state = StateDirectory.at(directory);
        Files.writeString(state.processes().resolve("gateway.pid"), "");

        // When
        List<ProcessRecord> found = new Leftovers(state).find();

        // Then
        assertThat(found).isEmpty();
    }
}
