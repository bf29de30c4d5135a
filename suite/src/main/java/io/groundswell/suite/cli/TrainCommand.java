package io.groundswell.suite.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

/** Records start-up caches in a run of its own; {@code up} calls it when they are missing, and is itself among what is recorded. */
@Command(name = "train", hidden = true, description = "Records the caches that make the services start faster.")
final class TrainCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Training.record(GroundswellCommand.checkout());
        return 0;
    }
}
