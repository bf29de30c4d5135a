package io.groundswell.suite.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.groundswell.suite.Builds;
import io.groundswell.suite.Ports;
import io.groundswell.suite.database.OrphanedServer;
import io.groundswell.suite.database.Root;
import io.groundswell.suite.state.Leftovers;
import io.groundswell.suite.state.ProcessRecord;
import io.groundswell.suite.state.RunningSuite;
import io.groundswell.suite.state.StateDirectory;

import com.sun.management.OperatingSystemMXBean;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./groundswell doctor}: looks for everything that could keep the suite from starting, changes nothing, and says what to do. */
@Command(name = "doctor", description = "Checks whether the suite can run here, and says what to do.", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DoctorCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long MEMORY_NEEDED = 1536;
    private static final long DISK_NEEDED = 1024;

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N", description = "the gateway's port to check; default ${DEFAULT-VALUE}")
    private int port;

    /** The script knows: it is what builds. */
    @Option(names = "--stale", hidden = true, defaultValue = "")
    private String stale;

    @Spec
    private CommandSpec spec;

    /** One thing looked at. {@code advice} is empty when all is well. */
    private record Finding(String what, String found, Optional<String> advice) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StateDirectory state = GroundswellCommand.keptState();
        Optional<RunningSuite> running = RunningSuite.in(state);
        List<Finding> findings = new ArrayList<>();
        findings.add(good("JDK", Runtime.version() + " in " + System.getProperty("java.home")));
        findings.add(memory(running.isPresent()));
        findings.add(disk());
        findings.add(user());
        findings.add(build());
        findings.add(startCaches());
        running.ifPresentOrElse(suite -> findings.add(good("suite", "runs, process " + suite.pid() + ", " + suite.gateway())),
                () -> {
                    findings.add(leftovers(state));
                    findings.add(ports());
                });
        findings.forEach(finding -> {
            out.printf("  %-4s %-15s %s%n", finding.advice().isEmpty() ? "ok" : "!", finding.what(), finding.found());
            finding.advice().ifPresent(advice -> out.printf("       %-15s → %s%n", "", advice));
        });
        boolean well = findings.stream().allMatch(finding -> finding.advice().isEmpty());
        out.println(well ? "Nothing stands in the way." : "See the lines marked with !.");
        return well ? 0 : 1;
    }

    private static Finding memory(boolean running) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long available = availableMemory(system) / MEGABYTE;
        String found = available + " MB available of " + system.getTotalMemorySize() / MEGABYTE + " MB";
        return running || available >= MEMORY_NEEDED
                ? good("memory", found)
                : bad("memory", found, "the suite needs about " + MEMORY_NEEDED + " MB; close other programs");
    }

    /** On Linux memory that holds files is not free, yet available. */
    private static long availableMemory(OperatingSystemMXBean system) {
        Path meminfo = Path.of("/proc/meminfo");
        if (Files.isReadable(meminfo)) {
            try {
                return Files.readAllLines(meminfo).stream().filter(line -> line.startsWith("MemAvailable:")).findFirst()
                        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).orElseGet(system::getFreeMemorySize);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return system.getFreeMemorySize();
    }

    private static Finding disk() {
        try {
            long usable = Files.getFileStore(GroundswellCommand.checkout()).getUsableSpace() / MEGABYTE;
            return usable >= DISK_NEEDED
                    ? good("disk", usable + " MB free")
                    : bad("disk", usable + " MB free", "the suite needs about " + DISK_NEEDED + " MB here; free some");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding user() {
        String name = System.getProperty("user.name");
        return Root.canRunPostgres()
                ? good("user", name)
                : bad("user", name,
                        "PostgreSQL refuses to run as root, and user namespaces (unshare -U) are switched off here; use an ordinary user");
    }

    private Finding build() {
        List<String> missing = Builds.missing(GroundswellCommand.checkout());
        if (!missing.isEmpty()) {
            return bad("build", "missing: " + String.join(", ", missing), "./groundswell up builds it");
        }
        return stale.isBlank()
                ? good("build", "up to date")
                : bad("build", "older than its sources: " + stale.strip(), "./groundswell up builds it again");
    }

    private static Finding startCaches() {
        Path checkout = GroundswellCommand.checkout();
        List<String> without = Builds.missing(checkout).isEmpty() ? Builds.withoutStartCache(checkout) : List.of();
        return good("start-up caches",
                without.isEmpty()
                        ? "fit the build"
                        : "missing for " + String.join(", ", without) + "; the next ./groundswell up records them");
    }

    private static Finding leftovers(StateDirectory state) {
        List<String> left = new ArrayList<>(new Leftovers(state).find().stream().map(ProcessRecord::name).toList());
        OrphanedServer.of(state.cluster()).process().ifPresent(_ -> left.add("PostgreSQL"));
        return left.isEmpty()
                ? good("leftovers", "none")
                : bad("leftovers", "of a suite that was killed: " + String.join(", ", left),
                        "./groundswell down stops them; ./groundswell up does so by itself");
    }

    private Finding ports() {
        Map<String, Integer> taken = Ports.from(port).taken();
        return taken.isEmpty()
                ? good("ports", port + " to " + (port + 5) + " are free")
                : bad("ports",
                        taken.entrySet().stream().map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                                .collect(Collectors.joining(", ", "", " taken")),
                        "stop what uses them, or ./groundswell up --port 9080");
    }

    private static Finding good(String what, String found) {
        return new Finding(what, found, Optional.empty());
    }

    private static Finding bad(String what, String found, String advice) {
        return new Finding(what, found, Optional.of(advice));
    }
}
