package io.groundswell.suite.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process this suite started, named so that it is recognised after the suite itself was killed.
 *
 * @param name what it is
 * @param pid its process id
 * @param started when it started, by the system's account
 */
public record ProcessRecord(String name, long pid, Instant started) {

    /** A system tells a start time in clock ticks since boot, and the boot time in whole seconds. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final String SUFFIX = ".pid";

    /**
     * {@return its record}
     *
     * @param name what it is
     * @param process the process
     */
    public static ProcessRecord of(String name, ProcessHandle process) {
        return new ProcessRecord(name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /**
     * {@return those that can be read}
     *
     * @param directory a folder of records
     */
    public static List<ProcessRecord> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).map(ProcessRecord::read)
                    .flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the process if it is still the one that was recorded; empty when it ended, and when its id now belongs to another} */
    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(process -> process.info().startInstant()
                        .map(instant -> Duration.between(instant, started).abs().compareTo(TOLERANCE) <= 0).orElse(false));
    }

    /**
     * Puts the record on disk.
     *
     * @param directory the folder to put the record in, replacing one of the same name
     */
    public void write(Path directory) {
        Path draft = directory.resolve(name + ".new");
        try {
            Files.writeString(draft, pid + " " + started + "\n");
            Files.move(draft, file(directory), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes the record off the disk.
     *
     * @param directory the folder to take the record from
     */
    public void remove(Path directory) {
        try {
            Files.deleteIfExists(file(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Path directory) {
        return directory.resolve(name + SUFFIX);
    }

    private static Optional<ProcessRecord> read(Path file) {
        String fileName = file.getFileName().toString();
        try {
            String[] parts = Files.readString(file).strip().split(" ", 2);
            return Optional.of(new ProcessRecord(fileName.substring(0, fileName.length() - SUFFIX.length()),
                    Long.parseLong(parts[0]), Instant.parse(parts[1])));
        } catch (IOException | RuntimeException _) {
            // a crash can leave an empty record; it says nothing, so there is nothing to stop
            return Optional.empty();
        }
    }
}
