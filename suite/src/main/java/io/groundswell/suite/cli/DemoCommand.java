package io.groundswell.suite.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.groundswell.suite.Suite;
import io.groundswell.suite.SuiteOptions;
import io.groundswell.suite.demo.Demo;
import io.groundswell.suite.demo.DemoTarget;
import io.groundswell.suite.issuer.Clients;
import io.groundswell.suite.state.RunningSuite;
import io.groundswell.suite.state.RunningSuite.Phase;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./groundswell demo}: the main job from files, against the suite of this folder or, if none runs, an ephemeral one. */
@Command(name = "demo", description = "Does the main job from files and checks every figure; exits 0 only if all are right.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--ephemeral", description = "use a suite of its own even if one runs here")
    private boolean ephemeral;

    @Option(names = {"-q", "--quiet"}, description = "do not show how an ephemeral suite starts")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path checkout = GroundswellCommand.checkout();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Demo demo = new Demo(checkout.resolve("suite/demo"));
        String workspace = DemoTarget.freshWorkspace(Clock.systemUTC());
        Optional<RunningSuite> running = RunningSuite.in(GroundswellCommand.keptState())
                .filter(suite -> suite.phase() == Phase.READY);
        if (running.isPresent() && !ephemeral) {
            TokenRequest tokens = new TokenRequest(running.get().issuer());
            return demo.run(new DemoTarget(running.get().gateway(), workspace, tokens.send(Clients.MARKETER, workspace),
                    tokens.send(Clients.EMPLOYEE, workspace)), out);
        }
        ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getOut(), ConsoleProgress.onTerminal(), quiet);
        try (Suite suite = new Suite(SuiteOptions.ephemeral(checkout), progress)) {
            GroundswellCommand.logTo(suite.state().log("suite"));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(suite::close));
            suite.start();
            progress.clear();
            return demo.run(new DemoTarget(suite.url(), workspace, suite.token(Clients.MARKETER, workspace),
                    suite.token(Clients.EMPLOYEE, workspace)), out);
        } finally {
            progress.clear();
        }
    }
}
