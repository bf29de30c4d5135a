package io.groundswell.suite.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.groundswell.suite.SuiteException;

/**
 * Everything it takes to launch a service's JVM.
 *
 * @param name the service's name
 * @param jar its runnable jar
 * @param jvmOptions options of the JVM that always apply
 * @param environment variables added to those of this process
 * @param directory the folder to run in; empty of configuration, because services read files from where they run
 * @param log where output goes, appended
 */
public record Launch(String name, Path jar, List<String> jvmOptions, Map<String, String> environment, Path directory,
        Path log) {

    /** What a person may have set for other programs; it would change how a service starts, or make a start-up cache unfit. */
    private static final List<String> FOREIGN = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS",
            "JAVA_OPTIONS");

    /** A collection costs what is alive, however much is dead: where more is alive, more is to die before the next (ADR 17). */
    private static final int YOUNG_SHARE = 6;

    /** Keeps its own copies. */
    public Launch {
        jvmOptions = List.copyOf(jvmOptions);
        environment = Map.copyOf(environment);
    }

    /**
     * {@return options for a small service beside others on one machine: one collector thread, a young generation that is large enough for streams of requests and small enough to be reused before it is touched everywhere, smaller stacks and code cache; both compilers stay}
     *
     * @param heapMegabytes the ceiling of the Java heap
     */
    public static List<String> smallJvm(int heapMegabytes) {
        int youngMegabytes = heapMegabytes / YOUNG_SHARE;
        return List.of("-XX:+UseSerialGC", "-Xms" + 2 * youngMegabytes + "m", "-Xmn" + youngMegabytes + "m",
                "-Xmx" + heapMegabytes + "m", "-Xss512k",
                // the services answer a malformed address themselves, with a problem document
                "-Dvertx.disableURIValidation=true",
                "-XX:ReservedCodeCacheSize=64m", "-XX:+ExitOnOutOfMemoryError", "-Xlog:disable", "-Xlog:all=error:stderr",
                "-Duser.timezone=UTC");
    }

    /**
     * {@return the new process}
     *
     * @param cacheOptions the options of a start-up cache
     */
    Process start(List<String> cacheOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(cacheOptions);
        command.add("-jar");
        command.add(jar.toString());
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeAll(FOREIGN);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new SuiteException("Cannot start " + name + ": " + e.getMessage(), new UncheckedIOException(e));
        }
    }
}
