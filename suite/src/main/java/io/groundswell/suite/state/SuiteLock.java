package io.groundswell.suite.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The claim of one suite on its folder; the system gives it up when the process ends, however it ends. */
public final class SuiteLock implements AutoCloseable {

    /** Folders claimed by this process: closing any handle of a locked file gives up the lock, so a second handle must never be opened. */
    private static final Set<Path> MINE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private SuiteLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * {@return the claim, empty when a suite runs in the folder already}
     *
     * @param state the folder to claim
     */
    public static Optional<SuiteLock> claim(StateDirectory state) {
        Path file = state.lock().toAbsolutePath().normalize();
        if (!MINE.add(file)) {
            return Optional.empty();
        }
        Optional<SuiteLock> claim = Optional.empty();
        try {
            Files.createDirectories(state.processes());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
            } else {
                claim = Optional.of(new SuiteLock(file, channel));
            }
            return claim;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        } finally {
            if (claim.isEmpty()) {
                MINE.remove(file);
            }
        }
    }

    /**
     * {@return whether a suite runs in it}
     *
     * @param state a folder
     */
    public static boolean isHeld(StateDirectory state) {
        Path file = state.lock();
        if (!Files.exists(file)) {
            return false;
        }
        return claim(state).map(claim -> {
            claim.close();
            return false;
        }).orElse(true);
    }

    /** Gives the folder up. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            MINE.remove(file);
        }
    }
}
