package io.groundswell.kit.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * An output that never waits for its reader. Many HTTP clients send their whole body before they read any of the answer: a
 * server that wrote its report straight to them would wait for the client to read while the client waits for the server to
 * read, for ever. So a thread of its own does the writing, and what the client has not taken yet waits in memory and, when
 * that is too much, in a temporary file.
 */
final class PatientOutput implements Closeable {
    private static final int MEMORY_BYTES = 1 << 18;
    private static final int CHUNK_BYTES = 1 << 16;
    private static final byte[] END = {};

    private final OutputStream out;
    private final Thread writer;
    private final Deque<byte[]> memory = new ArrayDeque<>();
    private int inMemory;
    private @Nullable FileChannel file;
    private long fileRead;
    private long fileWritten;
    private boolean ended;
    private @Nullable IOException failure;

    /** Starts to write what it is given; the output is used by no other thread until {@link #close}. */
    PatientOutput(OutputStream out) {
        this.out = out;
        this.writer = Thread.ofVirtual().name("bulk-report").start(this::writeAll);
    }

    /**
     * Gives it bytes to write, which must not change any more.
     *
     * @throws IOException when the client takes no more, or the temporary file has no room
     */
    synchronized void write(byte[] bytes) throws IOException {
        if (failure != null) {
            throw new IOException("The client takes no more", failure);
        }
        if (bytes.length == 0) {
            return;
        }
        if (fileRead == fileWritten && inMemory + bytes.length <= MEMORY_BYTES) {
            memory.add(bytes);
            inMemory += bytes.length;
        } else {
            spill(bytes);
        }
        notifyAll();
    }

    /**
     * Waits until the client has taken everything.
     *
     * @throws IOException when it did not
     */
    @Override
    public void close() throws IOException {
        end();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the client reads the report");
        } finally {
            forget();
        }
        synchronized (this) {
            if (failure != null) {
                throw new IOException("The client takes no more", failure);
            }
        }
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    private void writeAll() {
        try {
            for (byte[] next = take(); next.length > 0; next = take()) {
                out.write(next);
                out.flush();
            }
        } catch (IOException e) {
            fail(e);
        } catch (RuntimeException | InterruptedException e) {
            fail(new IOException(e));
        }
    }

    private synchronized void fail(IOException e) {
        failure = e;
        memory.clear();
    }

    /** Returns some of what waits, oldest first; waits itself while there is nothing, and returns nothing at the end. */
    private synchronized byte[] take() throws IOException, InterruptedException {
        while (memory.isEmpty() && fileRead == fileWritten && !ended) {
            wait();
        }
        if (!memory.isEmpty()) {
            return together();
        }
        return fileRead < fileWritten ? unspill() : END;
    }

    private byte[] together() {
        ByteBuffer all = ByteBuffer.allocate(inMemory);
        memory.forEach(all::put);
        memory.clear();
        inMemory = 0;
        return all.array();
    }

    private void spill(byte[] bytes) throws IOException {
        FileChannel spilled = file == null ? create() : file;
        file = spilled;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            fileWritten += spilled.write(buffer, fileWritten);
        }
    }

    private byte[] unspill() throws IOException {
        if (file == null) {
            throw new IllegalStateException("Something waits in a file that does not exist");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, fileWritten - fileRead));
        while (buffer.hasRemaining()) {
            fileRead += file.read(buffer, fileRead);
        }
        if (fileRead == fileWritten) {
            file.truncate(0);
            fileRead = 0;
            fileWritten = 0;
        }
        return buffer.array();
    }

    /** Unlinked at once where the system allows that, so that not even a killed process leaves it behind. */
    private static FileChannel create() throws IOException {
        Path path = Files.createTempFile("groundswell-report", ".ndjson");
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private synchronized void forget() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
