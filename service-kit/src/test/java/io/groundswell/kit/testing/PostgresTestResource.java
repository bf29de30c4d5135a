package io.groundswell.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The real PostgreSQL, one per test JVM, with a database and the two roles of a service as an installation has them: the
 * owner migrates, the application can neither change the schema nor step around row-level security.
 */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
    private static final String DATABASE = "service";

    private static @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        start(DATABASE);
        Map<String, String> config = new HashMap<>(TokenTestResource.config());
        config.put("groundswell.db.host", "localhost");
        config.put("groundswell.db.port", Integer.toString(server().getPort()));
        config.put("groundswell.db.name", DATABASE);
        config.put("groundswell.db.username", DATABASE + "_app");
        config.put("groundswell.db.password", "app");
        config.put("groundswell.db.migration.username", DATABASE + "_migration");
        config.put("groundswell.db.migration.password", "migration");
        return config;
    }

    @Override
    public void stop() {
        // The database outlives one Quarkus application: the next test profile of this JVM uses it again.
    }

    /** Runs SQL as the superuser, past every policy: for asserting what is really stored. */
    public static Connection superuser() throws SQLException {
        return server().getDatabase("postgres", DATABASE).getConnection();
    }

    /** Opens a connection with the rights that the running service has. */
    public static Connection application() throws SQLException {
        return server().getDatabase(DATABASE + "_app", DATABASE, Map.of("password", "app")).getConnection();
    }

    private static EmbeddedPostgres server() {
        return Objects.requireNonNull(postgres, "not started");
    }

    private static synchronized void start(String database) {
        if (postgres != null) {
            return;
        }
        try {
            postgres = EmbeddedPostgres.builder().start();
            createDatabase(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare the test database", e);
        }
    }

    private static void createDatabase(String database) throws SQLException {
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role %s_migration login password 'migration'".formatted(database));
            statement.execute("create role %s_app login password 'app' nobypassrls".formatted(database));
            statement.execute("create database %1$s owner %1$s_migration".formatted(database));
        }
        try (Connection connection = superuser(); Statement statement = connection.createStatement()) {
            statement.execute("alter schema public owner to %s_migration".formatted(database));
            statement.execute("grant usage on schema public to %s_app".formatted(database));
            statement.execute("""
                    alter default privileges for role %1$s_migration in schema public
                    grant select, insert, update, delete on tables to %1$s_app""".formatted(database));
            statement.execute("""
                    alter default privileges for role %1$s_migration in schema public
                    grant usage on sequences to %1$s_app""".formatted(database));
        }
    }
}
