package io.groundswell.suite.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The start-up cache of one program: classes loaded and linked, and profiles of its methods, recorded by the JVM in a run before (JEP 483, 514, 515).
 *
 * <p>
 * The JVM refuses a cache that does not fit and starts plainly; the key beside the cache lets the suite say so, and make a new one, before that costs anybody time.
 */
public final class StartCache {

    private final Path file;
    private final Path keyFile;
    private final Path program;
    private final List<String> jvmOptions;

    /**
     * Names a cache, which need not exist yet.
     *
     * @param directory the folder for caches, part of the build output so that a clean build forgets them
     * @param name the program's name
     * @param program the folder or file with the program's jars
     * @param jvmOptions the options it runs with; some are baked into the cache
     */
    public StartCache(Path directory, String name, Path program, List<String> jvmOptions) {
        this.file = directory.resolve(name + ".aot");
        this.keyFile = directory.resolve(name + ".key");
        this.program = program;
        this.jvmOptions = List.copyOf(jvmOptions);
    }

    /** {@return whether there is a cache that was recorded from this very program, JVM and options} */
    public boolean fits() {
        try {
            return Files.isRegularFile(file) && Files.isRegularFile(keyFile) && Files.readString(keyFile).equals(key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the JVM option that uses the cache; none when it does not fit} */
    public List<String> useOptions() {
        return fits() ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /** {@return the JVM option that records a new cache; the JVM writes it when it exits} */
    public List<String> recordOptions() {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(draft());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("-XX:AOTCacheOutput=" + draft());
    }

    /**
     * Puts a recorded cache into use, after the recording JVM has exited.
     *
     * @return whether there was one
     */
    public boolean accept() {
        try {
            if (!Files.isRegularFile(draft())) {
                return false;
            }
            Files.move(draft(), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(keyFile, key());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path draft() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private String key() {
        return "jvm " + Runtime.version() + " " + System.getProperty("java.vendor") + "\noptions "
                + String.join(" ", jvmOptions) + "\n" + jars();
    }

    /** Size and time, not content: it is what the JVM itself compares, and it takes milliseconds. */
    private String jars() {
        try (Stream<Path> files = Files.walk(program)) {
            return files.filter(path -> path.getFileName().toString().endsWith(".jar")).sorted().map(StartCache::describe)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String describe(Path jar) {
        try {
            return jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
