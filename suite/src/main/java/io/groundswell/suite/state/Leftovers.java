package io.groundswell.suite.state;

import java.time.Duration;
import java.util.List;

/** Processes that outlived their suite, because it was killed before it could stop them. */
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final StateDirectory state;

    /**
     * Looks at one folder.
     *
     * @param state the folder of the suite that was killed
     */
    public Leftovers(StateDirectory state) {
        this.state = state;
    }

    /** {@return the recorded processes that are still alive} */
    public List<ProcessRecord> find() {
        return ProcessRecord.in(state.processes()).stream().filter(record -> record.alive().isPresent()).toList();
    }

    /**
     * Stops what is left, asking first and killing what does not listen, and forgets every record.
     *
     * @return the names of the processes that were stopped
     */
    public List<String> stop() {
        List<ProcessRecord> left = find();
        List<ProcessHandle> processes = left.stream().flatMap(record -> record.alive().stream()).toList();
        processes.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : processes) {
            if (!ProcessEnd.await(process, PATIENCE)) {
                process.destroyForcibly();
                ProcessEnd.await(process, PATIENCE);
            }
        }
        ProcessRecord.in(state.processes()).forEach(record -> record.remove(state.processes()));
        return left.stream().map(ProcessRecord::name).toList();
    }
}
