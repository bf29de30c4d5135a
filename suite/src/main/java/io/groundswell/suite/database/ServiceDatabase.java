package io.groundswell.suite.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import io.groundswell.suite.SuiteException;
import io.groundswell.suite.state.Secrets;

/**
 * The database of one service with its two roles.
 *
 * @param name the database's name
 * @param migrationRole owns the database and its schema; used for migrations only
 * @param migrationPassword its password
 * @param applicationRole reads and writes rows; cannot change the schema, owns nothing, is bound by row-level security
 * @param applicationPassword its password
 */
public record ServiceDatabase(String name, String migrationRole, String migrationPassword, String applicationRole,
        String applicationPassword) {

    /** Names and passwords go into SQL text, which has no parameters for them: so only what needs no quoting is let in. */
    public ServiceDatabase {
        for (String identifier : List.of(name, migrationRole, applicationRole)) {
            if (!identifier.matches("[a-z][a-z_]*")) {
                throw new IllegalArgumentException("not an identifier: " + identifier);
            }
        }
        if (!migrationPassword.matches("[A-Za-z0-9_-]+") || !applicationPassword.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("a password of " + name + " has characters that need quoting");
        }
    }

    /**
     * {@return the database with its roles}
     *
     * @param name the database's name
     * @param secrets where the roles' passwords are kept
     */
    public static ServiceDatabase named(String name, Secrets secrets) {
        return new ServiceDatabase(name, name + "_migration", secrets.password("database." + name + ".migration"),
                name + "_app", secrets.password("database." + name + ".app"));
    }

    /**
     * {@return the variables that tell a service how to reach this database}
     *
     * @param port where the server listens
     */
    public Map<String, String> environment(int port) {
        return Map.of(
                "GROUNDSWELL_DB_HOST", "127.0.0.1",
                "GROUNDSWELL_DB_PORT", Integer.toString(port),
                "GROUNDSWELL_DB_NAME", name,
                "GROUNDSWELL_DB_USERNAME", applicationRole,
                "GROUNDSWELL_DB_PASSWORD", applicationPassword,
                "GROUNDSWELL_DB_MIGRATION_USERNAME", migrationRole,
                "GROUNDSWELL_DB_MIGRATION_PASSWORD", migrationPassword,
                "GROUNDSWELL_MIGRATE_AT_START", "true");
    }

    /**
     * Makes what is missing and sets the rights; changes nothing the second time.
     *
     * @param server the server to make it on
     */
    public void provision(DatabaseServer server) {
        try (Connection connection = server.connect("postgres")) {
            role(connection, migrationRole, migrationPassword);
            role(connection, applicationRole, applicationPassword);
            execute(connection,
                    "ALTER ROLE " + applicationRole + " SET statement_timeout = '30s'",
                    "ALTER ROLE " + applicationRole + " SET idle_in_transaction_session_timeout = '30s'",
                    // requests are many and small; for one that is asked 20 times a second, processes would be started each time
                    "ALTER ROLE " + applicationRole + " SET max_parallel_workers_per_gather = 0");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                execute(connection, "CREATE DATABASE " + name + " OWNER " + migrationRole);
            }
            execute(connection,
                    "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
                    "GRANT CONNECT ON DATABASE " + name + " TO " + applicationRole);
        } catch (SQLException e) {
            throw new SuiteException("PostgreSQL refused to make database " + name + ".", e);
        }
        try (Connection connection = server.connect(name)) {
            execute(connection,
                    "ALTER SCHEMA public OWNER TO " + migrationRole,
                    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
                    "GRANT USAGE ON SCHEMA public TO " + applicationRole,
                    "ALTER DEFAULT PRIVILEGES FOR ROLE " + migrationRole
                            + " IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + applicationRole,
                    "ALTER DEFAULT PRIVILEGES FOR ROLE " + migrationRole + " IN SCHEMA public GRANT USAGE ON SEQUENCES TO "
                            + applicationRole);
        } catch (SQLException e) {
            throw new SuiteException("PostgreSQL refused to set the rights in database " + name + ".", e);
        }
    }

    /** The password is set every time, so that deleting the secrets costs no data. */
    private static void role(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            execute(connection, "CREATE ROLE " + role);
        }
        execute(connection, "ALTER ROLE " + role
                + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '" + password + "'");
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String... commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
