package io.groundswell.suite.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.groundswell.suite.state.StateDirectory;

/**
 * The folder into which the server's programs are unpacked on first use, for all clusters of a checkout.
 *
 * <p>
 * The library that unpacks them cannot go on where it was killed, and takes what is complete for incomplete when the disk was slow; so this makes sure that it finds
 * nothing or everything.
 */
record Programs(Path directory) {

    /** A file lock keeps other processes out, but not another thread of this one. */
    private static final ReentrantLock UNPACKING = new ReentrantLock();

    private static final String COMPLETE = ".exists";

    /**
     * Runs something that needs the programs, alone if they have to be unpacked first.
     *
     * @param use unpacks them if they are missing
     * @return what it returns
     */
    <T> T during(Supplier<T> use) {
        if (unpacked().stream().anyMatch(Programs::isComplete)) {
            return use.get();
        }
        UNPACKING.lock();
        try {
            Files.createDirectories(directory);
            try (FileChannel channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock _ = channel.lock()) {
                unpacked().stream().filter(programs -> !isComplete(programs)).forEach(StateDirectory::deleteTree);
                T used = use.get();
                for (Path programs : unpacked()) {
                    Files.setLastModifiedTime(programs.resolve(COMPLETE), FileTime.from(Instant.now()));
                }
                return used;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            UNPACKING.unlock();
        }
    }

    private List<Path> unpacked() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("PG-")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isComplete(Path programs) {
        return Files.exists(programs.resolve(COMPLETE));
    }
}
