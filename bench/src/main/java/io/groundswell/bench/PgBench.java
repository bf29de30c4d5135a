package io.groundswell.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.groundswell.suite.Ports;
import io.groundswell.suite.Suite;

/**
 * pgbench against the suite's PostgreSQL, with a role that has the application roles' rights: row-level security counts in
 * both figures.
 */
final class PgBench {
    private static final String ROLE = "bench";
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Suite suite;

    PgBench(Suite suite) {
        this.suite = suite;
    }

    /** Makes the role; once per suite. */
    void prepare() throws SQLException {
        try (Connection connection = suite.connectAsSuperuser("campaign"); var statement = connection.createStatement()) {
            statement.execute("drop role if exists " + ROLE);
            statement.execute("create role bench login password 'bench' in role campaign_app, creator_app, advocacy_app");
        }
    }

    /**
     * Runs one transaction of these statements again and again.
     *
     * @return transactions per second
     */
    double transactionsPerSecond(String database, String workspace, List<String> statements, int clients, int seconds) {
        try {
            Path script = Files.createTempFile("bench", ".sql");
            List<String> lines = new ArrayList<>();
            lines.add("begin;");
            lines.add("select set_config('app.workspace', '%s', true);".formatted(workspace));
            statements.forEach(statement -> lines.add(statement.strip() + ";"));
            lines.add("commit;");
            Files.write(script, lines);
            String output = run(List.of("pgbench", "-n", "-M", "prepared", "-h", "127.0.0.1", "-p",
                    Integer.toString(suite.ports().of(Ports.DATABASE)), "-U", ROLE, "-c", Integer.toString(clients), "-j",
                    Integer.toString(Math.min(clients, 2)), "-T", Integer.toString(seconds), "-f", script.toString(),
                    database));
            Files.delete(script);
            Matcher tps = TPS.matcher(output);
            if (!tps.find()) {
                throw new IllegalStateException("pgbench failed: " + output);
            }
            return Double.parseDouble(tps.group(1));
        } catch (IOException e) {
            throw new IllegalStateException("pgbench is needed on the path (Debian: postgresql-contrib)", e);
        }
    }

    private static String run(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", "bench");
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
