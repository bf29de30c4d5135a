package io.groundswell.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import io.groundswell.suite.Suite;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Creators through HTTP, one connection, with deduplication and a report, beside COPY of the very rows that came of it: the same
 * tables with the same indexes, into another workspace, one table after the other.
 */
final class ImportScenario {
    private static final String WORKSPACE = "bench-import";
    private static final String IMPORT = "/v1/creators/import";
    private static final List<String> TABLES = List.of("creator", "account");
    private static final int WARM_UP = 40_000;
    /** 0.2 GB and 5 GB of lines of 2,000 bytes. */
    private static final int SHORT = 100_000;
    private static final int LONG = 25 * SHORT;

    private final Suite suite;
    private final long lines;

    ImportScenario(Suite suite, long lines) {
        this.suite = suite;
        this.lines = lines;
    }

    /** Imports a million lines. */
    static ImportScenario of(Suite suite) {
        return new ImportScenario(suite, Long.getLong("bench.import.lines", 1_000_000));
    }

    void run() {
        try {
            send("bench-import-warm", "warm", WARM_UP);
            double first = send(WORKSPACE, "first", lines);
            double again = send(WORKSPACE, "first", lines);
            double copy = lines / copied();
            Bench.row("import of %,d creators, the first time".formatted(lines), Bench.perSecond(first, "lines"),
                    Bench.perSecond(copy, "lines") + " by COPY of the same rows", Bench.ratio(first / copy));
            Bench.row("import, the same body again", Bench.perSecond(again, "lines"),
                    Bench.perSecond(first, "lines") + " the first time", Bench.ratio(again / first));
            Bench.row("most memory creator-service ever had", Memory.peakMegabytes(suite, "creator-service") + " MB", "", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports 5 GB, twenty times as much as the heap may have; what memory that takes is the figure. */
    static void runLong(Suite suite) {
        send(suite, WORKSPACE, ImportBody.ofLongLines("short", SHORT), SHORT);
        long before = Memory.peakMegabytes(suite, "creator-service");
        double rate = send(suite, WORKSPACE, ImportBody.ofLongLines("long", LONG), LONG);
        Bench.row("import of 5 GB, %,d lines".formatted(LONG), Bench.perSecond(rate, "lines"), "", "");
        long after = Memory.peakMegabytes(suite, "creator-service");
        Bench.row("most memory creator-service ever had, after 5 GB", after + " MB", before + " MB after 0.2 GB",
                Bench.ratio((double) after / before));
    }

    private double send(String workspace, String prefix, long count) {
        return send(suite, workspace, new ImportBody(prefix, count), count);
    }

    private static double send(Suite suite, String workspace, ImportBody body, long count) {
        var client = new Client(suite, workspace);
        long begin = System.nanoTime();
        JsonNode summary = client.upload(IMPORT, body).path("summary");
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (summary.path("items").asLong() != count || summary.path("rejected").asLong() > 0) {
            throw new IllegalStateException("Not all lines were taken: " + summary);
        }
        return count / seconds;
    }

    /** Returns the seconds that COPY takes in one transaction, without the triggers by which the search learns of changes. */
    private double copied() throws SQLException, IOException {
        double seconds = 0;
        try (Connection connection = suite.connectAsSuperuser("creator")) {
            connection.setAutoCommit(false);
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            connection.createStatement().execute("alter table account disable trigger user");
            for (String table : TABLES) {
                String columns = String.join(", ", columns(connection, table));
                Path rows = Files.createTempFile("bench-" + table, ".copy");
                try (OutputStream out = Files.newOutputStream(rows)) {
                    copy.copyOut("copy (select 'bench-copy', %s from %s where workspace_id = '%s' order by id) to stdout"
                            .formatted(columns, table, WORKSPACE), out);
                }
                long begin = System.nanoTime();
                try (InputStream in = Files.newInputStream(rows)) {
                    copy.copyIn("copy %s (workspace_id, %s) from stdin".formatted(table, columns), in);
                }
                seconds += (System.nanoTime() - begin) / 1e9;
                Files.delete(rows);
            }
            connection.createStatement().execute("alter table account enable trigger user");
            long begin = System.nanoTime();
            connection.commit();
            seconds += (System.nanoTime() - begin) / 1e9;
        }
        return seconds;
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var statement = connection.prepareStatement(
                """
                        select attname from pg_attribute
                        where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname not in ('workspace_id', 'changed_in')
                        order by attnum""")) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }
}
