package io.groundswell.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.groundswell.suite.Suite;

/** What PostgreSQL is asked while something happens, with the parameters put in. */
final class StatementLog {
    private static final Pattern EXECUTED = Pattern
            .compile("\\[bench ([a-z]+)] LOG:  duration: [0-9.]+ ms  execute [^:]*: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)");

    private StatementLog() {}

    /** Returns the statements of each database, without those that open and close transactions. */
    static Map<String, List<String>> during(Suite suite, Runnable happening) throws SQLException, IOException {
        try (Connection connection = suite.connectAsSuperuser("campaign"); var statement = connection.createStatement()) {
            statement.execute("alter system set log_line_prefix = '[bench %d] '");
            statement.execute("alter system set log_min_duration_statement = 0");
            statement.execute("select pg_reload_conf()");
            statement.execute("select pg_sleep(0.5)");
            happening.run();
            statement.execute("alter system reset all");
            statement.execute("select pg_reload_conf()");
        }
        return statements(log(suite));
    }

    private static Map<String, List<String>> statements(String log) {
        Map<String, List<String>> statements = new TreeMap<>();
        String[] entries = log.split("\n(?=\\[bench )", -1);
        for (int i = 0; i < entries.length; i++) {
            Matcher executed = EXECUTED.matcher(entries[i]);
            if (executed.matches() && isOfAService(executed.group(2))) {
                String details = i + 1 < entries.length && entries[i + 1].contains("DETAIL:  ") ? entries[i + 1] : "";
                statements.computeIfAbsent(executed.group(1), _ -> new ArrayList<>())
                        .add(inline(executed.group(2).replaceAll("\\s+", " "), details));
            }
        }
        statements.keySet().retainAll(List.of("campaign", "creator", "advocacy"));
        return statements;
    }

    /** Neither what opens a transaction nor what this class itself says to PostgreSQL. */
    private static boolean isOfAService(String sql) {
        return (sql.startsWith("select ") || sql.startsWith("with ")) && !sql.contains("set_config") && !sql.contains("pg_");
    }

    private static String inline(String sql, String details) {
        Map<Integer, String> values = new TreeMap<>(java.util.Comparator.reverseOrder());
        Matcher parameter = PARAMETER.matcher(details);
        while (parameter.find()) {
            values.put(Integer.valueOf(parameter.group(1)), parameter.group(2));
        }
        String inlined = sql;
        for (Map.Entry<Integer, String> value : values.entrySet()) {
            inlined = inlined.replace("$" + value.getKey(), value.getValue());
        }
        return inlined;
    }

    private static String log(Suite suite) throws IOException {
        try (Stream<Path> files = Files.list(suite.state().logs())) {
            Path file = files
                    .filter(path -> path.getFileName().toString().toLowerCase(java.util.Locale.ROOT).contains("postgres"))
                    .findFirst().orElseThrow();
            return Files.readString(file, StandardCharsets.UTF_8);
        }
    }
}
