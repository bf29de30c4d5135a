package io.groundswell.suite.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import io.groundswell.suite.SuiteException;
import io.groundswell.suite.state.RunningSuite;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./groundswell token}: a fresh token from the running suite, alone on a line for use in scripts. */
@Command(name = "token", description = "Prints a token of the suite that runs in this folder.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class TokenCommand implements Callable<Integer> {

    @Parameters(index = "0", defaultValue = "marketer", description = "marketer, employee or stranger (someone of another workspace); default ${DEFAULT-VALUE}")
    private String client;

    @Option(names = "--workspace", paramLabel = "NAME", description = "another workspace than the person's own; one exists as soon as a token names it")
    private @Nullable String workspace;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunningSuite running = RunningSuite.in(GroundswellCommand.keptState())
                .orElseThrow(() -> new SuiteException("No suite runs in this folder. Start it with ./groundswell up."));
        spec.commandLine().getOut().println(new TokenRequest(running.issuer()).send(client, workspace));
        return 0;
    }
}
