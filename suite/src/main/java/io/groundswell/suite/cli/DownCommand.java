package io.groundswell.suite.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.groundswell.suite.SuiteException;
import io.groundswell.suite.database.OrphanedServer;
import io.groundswell.suite.state.Leftovers;
import io.groundswell.suite.state.ProcessEnd;
import io.groundswell.suite.state.RunningSuite;
import io.groundswell.suite.state.StateDirectory;
import io.groundswell.suite.state.SuiteLock;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./groundswell down}: stops the suite of this folder from another terminal, and what a killed one left behind. */
@Command(name = "down", description = "Stops the suite that runs in this folder; its data is kept.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Option(names = "--leftovers", hidden = true, description = "only what a killed suite left behind; used by the script")
    private boolean leftoversOnly;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StateDirectory state = GroundswellCommand.keptState();
        Optional<ProcessHandle> suite = RunningSuite.in(state).flatMap(RunningSuite::process);
        if (suite.isPresent()) {
            if (!leftoversOnly) {
                stop(suite.get());
                out.println("Stopped. The data is kept in " + state.root() + ".");
            }
            return 0;
        }
        if (SuiteLock.isHeld(state)) {
            throw new SuiteException("A suite is just beginning to start in this folder; try again in a moment.");
        }
        List<String> stopped = stopLeftovers(state);
        StateDirectory.ephemerals().stream().filter(other -> !SuiteLock.isHeld(other)).forEach(other -> {
            stopped.addAll(stopLeftovers(other));
            other.delete();
        });
        if (!stopped.isEmpty()) {
            out.println("The suite had been killed; stopped what it left behind: " + String.join(", ", stopped)
                    + ". Nothing that was confirmed is lost.");
        } else if (!leftoversOnly) {
            out.println("No suite runs in this folder.");
        }
        return 0;
    }

    private static void stop(ProcessHandle suite) {
        suite.destroy();
        if (!ProcessEnd.await(suite, PATIENCE)) {
            throw new SuiteException(
                    "The suite (process " + suite.pid() + ") does not stop; kill it, then run ./groundswell down again.");
        }
    }

    private static List<String> stopLeftovers(StateDirectory state) {
        List<String> stopped = new ArrayList<>(new Leftovers(state).stop());
        OrphanedServer server = OrphanedServer.of(state.cluster());
        if (server.process().isPresent()) {
            server.stop(PATIENCE);
            stopped.add("PostgreSQL");
        }
        return stopped;
    }
}
