package io.groundswell.suite.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder a suite keeps everything in; the one place that knows its layout.
 *
 * @param root the folder itself
 */
public record StateDirectory(Path root) {

    private static final String EPHEMERAL_PREFIX = "groundswell-";

    /**
     * {@return the folder}
     *
     * @param root where; made if missing, readable by its owner only
     */
    public static StateDirectory at(Path root) {
        StateDirectory state = new StateDirectory(root);
        try {
            makePrivate(root);
            Files.createDirectories(state.processes());
            Files.createDirectories(state.logs());
            Files.createDirectories(state.data().resolve("clicks"));
            Files.createDirectories(state.root().resolve("postgresql"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + root, e);
        }
        return state;
    }

    /** {@return a new temporary folder} */
    public static StateDirectory ephemeral() {
        try {
            return at(Files.createTempDirectory(EPHEMERAL_PREFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the temporary folders of earlier ephemeral suites that are still there, running or not} */
    public static List<StateDirectory> ephemerals() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> entries = Files.list(temporary)) {
            return entries.filter(path -> path.getFileName().toString().startsWith(EPHEMERAL_PREFIX)).map(StateDirectory::new)
                    .filter(state -> Files.isWritable(state.root()) && Files.isRegularFile(state.lock())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the file that a running suite holds locked} */
    public Path lock() {
        return root.resolve("run/suite.lock");
    }

    /** {@return the file in which a running suite says where it listens} */
    public Path running() {
        return root.resolve("run/suite.properties");
    }

    /** {@return the folder of process records} */
    public Path processes() {
        return root.resolve("run");
    }

    /** {@return the folder of logs} */
    public Path logs() {
        return root.resolve("log");
    }

    /**
     * {@return its log}
     *
     * @param process a process's name
     */
    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** {@return the passwords and keys of this suite, readable by its owner only} */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** {@return the database cluster} */
    public Path cluster() {
        return root.resolve("postgresql/data");
    }

    /** {@return the folder for files that services keep} */
    public Path data() {
        return root.resolve("data");
    }

    /**
     * Puts the log of the run before aside, so that a log tells of one run and the folder does not grow for ever.
     *
     * @param process a process's name
     * @return the file to write to
     */
    public Path freshLog(String process) {
        Path log = log(process);
        try {
            if (Files.exists(log)) {
                Files.move(log, logs().resolve(process + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the folder with everything in it. */
    public void delete() {
        deleteTree(root);
    }

    /**
     * Deletes a folder with everything in it; does nothing when it is not there.
     *
     * @param tree a folder or file to delete with everything in it; nothing happens when it is not there
     */
    public static void deleteTree(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + tree, e);
        }
    }

    private static void makePrivate(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
}
