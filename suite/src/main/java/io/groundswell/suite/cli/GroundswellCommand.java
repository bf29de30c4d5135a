package io.groundswell.suite.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import io.groundswell.suite.SuiteException;
import io.groundswell.suite.state.StateDirectory;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./groundswell}: the whole suite on this machine. */
@Command(name = "groundswell", description = "Runs Groundswell on this machine.", mixinStandardHelpOptions = true, version = "0.1.0", subcommands = {
        UpCommand.class,
        DownCommand.class, TokenCommand.class, DemoCommand.class, DoctorCommand.class, TrainCommand.class})
public final class GroundswellCommand {

    /** Set by the script; tests and IDEs run in the checkout anyway. */
    private static final String CHECKOUT = "groundswell.checkout";

    /**
     * Runs one command and exits with its code.
     *
     * @param arguments a command and its options
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new GroundswellCommand()).setExecutionExceptionHandler((e, command, _) -> {
            if (e instanceof SuiteException) {
                command.getErr().println("groundswell: " + e.getMessage());
            } else {
                command.getErr().println("groundswell: this should not have happened; please report it with what follows.");
                e.printStackTrace(command.getErr());
            }
            return CommandLine.ExitCode.SOFTWARE;
        }).execute(arguments));
    }

    /** {@return the root of the checkout} */
    static Path checkout() {
        return Path.of(System.getProperty(CHECKOUT, "")).toAbsolutePath().normalize();
    }

    /** {@return the folder with this checkout's data, whether it is there or not} */
    static StateDirectory keptState() {
        return new StateDirectory(checkout().resolve(".groundswell"));
    }

    /** Sends what libraries log to a file: at the terminal it would bury what a person wants to know. */
    static void logTo(Path file) {
        LogManager.getLogManager().reset();
        try {
            Files.createDirectories(file.getParent());
            Handler handler = new FileHandler(file.toString());
            handler.setFormatter(new SimpleFormatter());
            handler.setLevel(Level.INFO);
            Logger.getLogger("").addHandler(handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
