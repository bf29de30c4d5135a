package io.groundswell.kit.workspace;

import static io.groundswell.kit.trial.Databases.change;
import static io.groundswell.kit.trial.Databases.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.groundswell.kit.trial.Databases;
import io.quarkus.test.junit.QuarkusTest;

/** What the planner knows of workspaces: a newcomer must not be planned for as if it had nothing. */
@QuarkusTest
class WorkspaceStatisticsTest {

    @Test
    void noTableTellsThePlannerWhichWorkspacesThereAre() throws SQLException {
        // Given
        change("insert into note (workspace_id, id, version, text, stars) values (?, ?, 0, 'hello', 1)",
                Databases.workspace().key(), io.groundswell.kit.id.Uuid7.next());

        // When
        change("analyze");

        // Then
        assertEquals(List.of(),
                stored("select tablename from pg_stats where schemaname = 'public' and attname = 'workspace_id'"));
        assertEquals(List.of("version"),
                stored("select attname from pg_stats where tablename = 'note' and attname = 'version'"),
                "of everything else it knows");
    }
}
