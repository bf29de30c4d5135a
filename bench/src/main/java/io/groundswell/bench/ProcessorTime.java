package io.groundswell.bench;

import java.time.Duration;

import io.groundswell.suite.Suite;

/** Processor time that a service's process has used, as the system counts it: user and kernel, all threads. */
final class ProcessorTime {
    private ProcessorTime() {}

    static Duration of(Suite suite, String service) {
        return suite.process(service).orElseThrow().info().totalCpuDuration().orElseThrow();
    }

    static double secondsSince(Duration before, Suite suite, String service) {
        return of(suite, service).minus(before).toNanos() / 1e9;
    }
}
