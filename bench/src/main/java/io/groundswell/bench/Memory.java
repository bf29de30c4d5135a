package io.groundswell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.groundswell.suite.Suite;

/** What a service's process has of the machine's memory, as Linux counts it. */
final class Memory {
    private Memory() {}

    /** Returns what is resident now, in kB. */
    static long residentKilobytes(Suite suite, String service) {
        return status(suite, service, "VmRSS:");
    }

    /** Returns the most that ever was resident. */
    static long peakMegabytes(Suite suite, String service) {
        return status(suite, service, "VmHWM:") / 1024;
    }

    private static long status(Suite suite, String service, String name) {
        Path status = Path.of("/proc", Long.toString(suite.process(service).orElseThrow().pid()), "status");
        try {
            return Files.readAllLines(status).stream().filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
