package io.groundswell.suite.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import io.groundswell.suite.Ports;
import io.groundswell.suite.state.Secrets;

@DisplayName("The database server")
@TestInstance(Lifecycle.PER_CLASS) // making a cluster takes longer than all tests of it
class DatabaseServerTest {

    private Path directory;

    private ServiceDatabase campaign;
    private DatabaseServer server;

    @BeforeAll
    void start(@TempDir Path temporary) {
        directory = temporary;
        campaign = ServiceDatabase.named("campaign", Secrets.in(directory.resolve("secrets")));
        server = startServer();
        campaign.provision(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("writes synchronously and listens on loopback only")
    void promises() {
        // When
        String fsync = server.show("fsync");

        // Then
        assertThat(fsync).isEqualTo("on");
        assertThat(server.show("synchronous_commit")).isEqualTo("on");
        assertThat(server.show("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(server.show("unix_socket_directories")).isEmpty();
    }

    @Test
    @DisplayName("asks even its superuser for a password")
    void password() {
        // When, Then
        assertThatThrownBy(() -> server.connect("postgres", "postgres", "guessed")).isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("lets the application role use what migrations make, and change nothing of it")
    void roles() throws SQLException {
        // Given
        try (Connection migration = server.connect("campaign", campaign.migrationRole(), campaign.migrationPassword())) {
            run(migration, "CREATE TABLE post (id int PRIMARY KEY)");
        }
        try (Connection application = server.connect("campaign", campaign.applicationRole(), campaign.applicationPassword())) {

            // When
            run(application, "INSERT INTO post VALUES (1)");

            // Then
            assertThat(value(application, "SELECT count(*) FROM post")).isEqualTo("1");
            assertThatThrownBy(() -> run(application, "ALTER TABLE post ADD text text")).hasMessageContaining("must be owner");
            assertThatThrownBy(() -> run(application, "CREATE TABLE other (id int)")).hasMessageContaining("permission denied");
            assertThat(value(application, "SHOW statement_timeout")).isEqualTo("30s");
            assertThat(value(application, "SHOW max_parallel_workers_per_gather")).isEqualTo("0");
            assertThat(value(application, "SELECT rolbypassrls FROM pg_roles WHERE rolname = current_user")).isEqualTo("f");
        }
    }

    @Test
    @DisplayName("keeps one service out of another's database")
    void separated() {
        // Given
        ServiceDatabase creator = ServiceDatabase.named("creator", Secrets.in(directory.resolve("secrets")));
        creator.provision(server);

        // When, Then
        assertThatThrownBy(() -> server.connect("creator", campaign.applicationRole(), campaign.applicationPassword()))
                .hasMessageContaining("permission denied");
    }

    @Test
    @DisplayName("has every confirmed row after it was killed, whatever the lock file says by then")
    void killed() throws SQLException, IOException {
        // Given
        try (Connection migration = server.connect("campaign", campaign.migrationRole(), campaign.migrationPassword())) {
            run(migration, "CREATE TABLE kept (id int PRIMARY KEY)");
            run(migration, "INSERT INTO kept SELECT generate_series(1, 1000)");
        }
        server.kill();
        Files.writeString(directory.resolve("postgresql/data/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        // When
        server = startServer();

        // Then
        campaign.provision(server);
        try (Connection migration = server.connect("campaign", campaign.migrationRole(), campaign.migrationPassword())) {
            assertThat(value(migration, "SELECT count(*) FROM kept")).isEqualTo("1000");
        }
    }

    @Test
    @DisplayName("is found by its cluster and stopped when nobody has it as a child any more")
    void orphaned() {
        // Given
        ProcessHandle process = server.process().orElseThrow();

        // When
        OrphanedServer.of(directory.resolve("postgresql/data")).stop(Duration.ofSeconds(30));

        // Then
        assertThat(process.isAlive()).isFalse();
        server.close();
        server = startServer();
        assertThat(server.process()).isPresent();
    }

    private DatabaseServer startServer() {
        Path programs = Path.of("").toAbsolutePath().resolveSibling(".groundswell/postgresql-programs");
        return DatabaseServer.start(directory.resolve("postgresql/data"), programs,
                Ports.free().of(Ports.DATABASE),
                Secrets.in(directory.resolve("secrets")).password("database.superuser"), directory.resolve("postgresql.log"));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
