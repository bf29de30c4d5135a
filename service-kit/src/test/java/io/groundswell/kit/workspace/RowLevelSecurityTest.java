package io.groundswell.kit.workspace;

import static io.groundswell.kit.trial.Databases.change;
import static io.groundswell.kit.trial.Databases.query;
import static io.groundswell.kit.trial.Databases.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.groundswell.kit.testing.PostgresTestResource;
import io.groundswell.kit.trial.Databases;
import io.quarkus.test.junit.QuarkusTest;

/** Asks PostgreSQL itself, with the rights of a running service and statements that forgot the workspace. */
@QuarkusTest
class RowLevelSecurityTest {
    private static final String INSERT = "insert into note (workspace_id, id, version, text, stars) values (?, ?, 0, 'hello', 1)";
    private static final String ENTER = "select set_config('app.workspace', ?, true)";

    private final Workspace ours = Databases.workspace();
    private final Workspace theirs = Databases.workspace();

    @Test
    void everyTableOfAWorkspaceForcesItsPolicyOnEveryone() throws SQLException {
        // When
        List<String> open = stored("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                    and not (c.relrowsecurity and c.relforcerowsecurity)""");

        // Then
        assertEquals(List.of(), open);
    }

    @Test
    void theServiceCanNeitherBypassPoliciesNorChangeTheSchema() throws SQLException {
        try (Connection service = PostgresTestResource.application()) {
            // When
            List<String> rights = query(service, """
                    select concat(rolsuper, rolbypassrls, rolcreaterole, has_schema_privilege('public', 'create'),
                        (select count(*) from pg_tables where tableowner = current_user))
                    from pg_roles where rolname = current_user""");

            // Then
            assertEquals(List.of("ffff0"), rights);
        }
    }

    @Test
    void aQueryWithoutAWhereSeesTheRowsOfItsWorkspaceOnly() throws SQLException {
        // Given
        UUID ourNote = note(ours);
        note(theirs);
        try (Connection service = PostgresTestResource.application()) {
            service.setAutoCommit(false);
            query(service, ENTER, ours.key());

            // When
            List<String> ids = query(service, "select id from note");

            // Then
            assertEquals(List.of(ourNote.toString()), ids);
        }
    }

    @Test
    void withoutAWorkspaceNothingCanBeRead() throws SQLException {
        // Given
        note(ours);
        try (Connection service = PostgresTestResource.application()) {

            // When
            var refusal = assertThrows(SQLException.class, () -> query(service, "select id from note"));

            // Then
            assertEquals("42704", refusal.getSQLState(), "the setting is not known to this connection yet");
        }
    }

    @Test
    void theWorkspaceEndsWithItsTransaction() throws SQLException {
        // Given
        note(ours);
        try (Connection service = PostgresTestResource.application()) {
            service.setAutoCommit(false);
            query(service, ENTER, ours.key());
            service.commit();

            // When
            List<String> ids = query(service, "select id from note");

            // Then
            assertEquals(List.of(), ids, "the next user of a pooled connection");
        }
    }

    @Test
    void aWriteIntoAnotherWorkspaceIsRefused() throws SQLException {
        try (Connection service = PostgresTestResource.application()) {
            // Given
            service.setAutoCommit(false);
            query(service, ENTER, ours.key());

            // When
            var refusal = assertThrows(SQLException.class, () -> change(service, INSERT, theirs.key(), UUID.randomUUID()));

            // Then
            assertEquals("42501", refusal.getSQLState());
        }
    }

    @Test
    void aRowCannotBeMovedToAnotherWorkspaceNorOneThereBeChanged() throws SQLException {
        // Given
        note(ours);
        UUID theirNote = note(theirs);
        try (Connection service = PostgresTestResource.application()) {
            service.setAutoCommit(false);
            query(service, ENTER, ours.key());
            change(service, "update note set stars = 5 where id = ?", theirNote);
            change(service, "delete from note where id = ?", theirNote);

            // When
            var refusal = assertThrows(SQLException.class,
                    () -> change(service, "update note set workspace_id = ?", theirs.key()));

            // Then
            assertEquals("42501", refusal.getSQLState());
        }
        assertEquals(List.of("1"), stored("select stars from note where id = ?", theirNote));
    }

    @Test
    void theStarOpensTheOutboxForReadingAndNothingElse() throws SQLException {
        // Given
        note(ours);
        change("""
                insert into outbox (id, aggregatetype, aggregateid, type, payload, workspace_id, occurred_at)
                values (gen_random_uuid(), 'note', 'n', 'note.written', '{}', ?, now())""", ours.key());
        try (Connection service = PostgresTestResource.application()) {
            service.setAutoCommit(false);
            query(service, ENTER, Workspace.EVERY.key());

            // When
            List<String> events = query(service, "select workspace_id from outbox where workspace_id = ?", ours.key());

            // Then
            assertEquals(List.of(ours.key()), events);
            assertEquals(List.of(), query(service, "select id from note"));
            assertEquals(List.of(), query(service, "select key from idempotency_key"));
            var refusal = assertThrows(SQLException.class, () -> change(service, INSERT, ours.key(), UUID.randomUUID()));
            assertEquals("42501", refusal.getSQLState());
        }
    }

    @Test
    void eventsCannotBeChangedOnceTheyAreTold() throws SQLException {
        // Given
        change("""
                insert into outbox (id, aggregatetype, aggregateid, type, payload, workspace_id, occurred_at)
                values (gen_random_uuid(), 'note', 'n', 'note.written', '{}', ?, now())""", ours.key());
        try (Connection service = PostgresTestResource.application()) {
            query(service, "select set_config('app.workspace', ?, false)", ours.key());

            // When
            change(service, "delete from outbox");

            // Then
            assertTrue(stored("select type from outbox where workspace_id = ?", ours.key()).contains("note.written"));
        }
    }

    private static UUID note(Workspace workspace) throws SQLException {
        UUID id = UUID.randomUUID();
        change(INSERT, workspace.key(), id);
        return id;
    }
}
