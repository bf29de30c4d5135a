package io.groundswell.advocacy.click;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Clicks on disk, in segments that are only appended to. An append is one write to the file, which from then on survives the
 * death of this process because the operating system has it; it is not forced to the disk, so a machine that loses power may
 * lose the last seconds. A process never appends to a segment that another began.
 *
 * <p>Appends may come from any thread. Sealing, reading and removing are for one thread.
 */
final class ClickJournal implements Closeable {
    private static final Pattern NAME = Pattern.compile("clicks-(\\d{18})\\.journal");
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path directory;
    private final FileChannel lockFile;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ClickRecord.MAX_BYTES);
    private Segment active;

    private ClickJournal(Path directory, FileChannel lockFile, Segment active) {
        this.directory = directory;
        this.lockFile = lockFile;
        this.active = active;
    }

    /**
     * Opens the journal in a directory, which is created if need be; what an earlier process left there is sealed.
     *
     * @throws IOException when the directory cannot be written or belongs to another running process
     */
    static ClickJournal open(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel lockFile = FileChannel.open(directory.resolve("journal.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            if (lock(lockFile) == null) {
                throw new IOException("Another process keeps its click journal in " + directory
                        + "; give each its own GROUNDSWELL_CLICK_JOURNAL_DIR");
            }
            List<Path> left = segments(directory);
            long next = left.isEmpty() ? 1 : number(left.getLast()) + 1;
            return new ClickJournal(directory, lockFile, Segment.create(directory, next));
        } catch (IOException e) {
            lockFile.close();
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Writes a click down. Takes a few microseconds.
     *
     * @throws IOException when the disk refuses it: the click is lost, and the journal is as before
     */
    synchronized void append(Click click) throws IOException {
        buffer.clear();
        ClickRecord.write(click, buffer);
        active.append(buffer.flip());
    }

    /** Returns the bytes in the active segment. */
    synchronized long activeBytes() {
        return active.size;
    }

    /** Closes the active segment, if it holds anything, and begins another. */
    void seal() throws IOException {
        if (activeBytes() == 0) {
            return;
        }
        // Opened outside of the lock: an append never waits for the file system to make a file.
        Segment next = Segment.create(directory, active.number + 1);
        Segment full;
        synchronized (this) {
            full = active;
            active = next;
        }
        full.channel.close();
    }

    /** Returns the sealed segments, oldest first. */
    List<Path> sealed() throws IOException {
        return segments(directory).stream().filter(path -> number(path) < active.number).toList();
    }

    /** Forgets a segment whose clicks are stored. */
    void remove(Path segment) throws IOException {
        Files.delete(segment);
    }

    /** Gives the directory free for the next process; what was not stored stays there. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            active.channel.close();
        }
        lockFile.close();
    }

    private static List<Path> segments(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(path -> NAME.matcher(path.getFileName().toString()).matches()).sorted().toList();
        }
    }

    private static long number(Path segment) {
        Matcher name = NAME.matcher(segment.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException("Not a segment: " + segment);
        }
        return Long.parseLong(name.group(1));
    }

    /** The file that is written at the moment. */
    private static final class Segment {
        private final long number;
        private final FileChannel channel;
        private long size;

        private Segment(long number, FileChannel channel) {
            this.number = number;
            this.channel = channel;
        }

        static Segment create(Path directory, long number) throws IOException {
            return new Segment(number, FileChannel.open(directory.resolve("clicks-%018d.journal".formatted(number)), NEW));
        }

        void append(ByteBuffer bytes) throws IOException {
            long at = size;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            // Only now: when a full disk takes a part and refuses the rest, the next click is written over that part.
            size = at;
        }
    }
}
