package io.groundswell.creator.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.groundswell.creator.search.index.IndexStatus.State;
import io.groundswell.kit.workspace.Workspace;

class WorkspaceIndexTest {
    private static final Workspace WORKSPACE = new Workspace("lives");
    private static final CreatorDocument MILA = People.named("Mila", "mila", "harbour");

    private final RememberedChanges source = new RememberedChanges();
    @TempDir
    private Path directory;

    @BeforeEach
    void fill() {
        source.put(MILA);
        for (int i = 0; i < 2500; i++) {
            source.put(People.named("Person " + i, "person" + i, "one of many"));
        }
    }

    @Test
    void whatIsIndexedSoFarIsFoundWhileTheRestIsRead() throws IOException {
        // Given
        try (WorkspaceIndex index = open()) {

            // When
            boolean more = index.follow();

            // Then
            assertTrue(more);
            assertEquals(State.BUILDING, index.status().state());
            followAll(index);
            assertEquals(State.READY, index.status().state());
            assertEquals(2501, index.status().documents());
            assertTrue(index.whenComplete().isDone());
        }
    }

    @Test
    void changesAreFoundAndWhatIsGoneIsNot() throws IOException {
        // Given
        try (WorkspaceIndex index = open()) {
            followAll(index);
            source.put(new CreatorDocument(MILA.id(), MILA.names(), MILA.handles(), List.of("mountain"), List.of(), Map.of(),
                    Map.of()));
            source.remove(source.documents().getFirst().id());

            // When
            followAll(index);

            // Then
            assertEquals(0, found(index, "harbour"));
            assertEquals(1, found(index, "mountain"));
            assertEquals(2500, index.status().documents());
        }
    }

    @Test
    void anIndexGoesOnWhereItWasClosed() throws IOException {
        // Given
        try (WorkspaceIndex first = open()) {
            followAll(first);
        }
        int read = source.reads();
        source.put(People.named("Late", "late", "comer"));

        // When
        try (WorkspaceIndex second = open()) {
            followAll(second);

            // Then
            assertEquals(State.READY, second.status().state());
            assertEquals(1, found(second, "late"));
            assertEquals(read + 1, source.reads());
        }
    }

    @Test
    void anIndexThatWasNotClosedReadsItsLastChangesAgain() throws IOException {
        // Given
        WorkspaceIndex killed = open();
        followAll(killed);
        source.put(People.named("Late", "late", "comer"));
        killed.follow();
        killed.abandon();

        // When
        try (WorkspaceIndex next = open()) {
            followAll(next);

            // Then
            assertEquals(1, found(next, "late"));
            assertEquals(2502, next.status().documents());
        }
    }

    @Test
    void aRebuiltIndexTakesOverWhenItHasEverything() throws IOException {
        // Given
        try (WorkspaceIndex index = open()) {
            followAll(index);
            source.askForRebuild();

            // When
            index.follow();

            // Then
            assertEquals(1000L, index.status().rebuilt());
            assertEquals(2501, found(index, null));
            followAll(index);
            assertEquals(null, index.status().rebuilt());
            assertEquals(2501, found(index, null));
            assertEquals(List.of("2"), generations());
        }
    }

    @Test
    void documentsOfAnotherRecipeAreMadeAnew() throws IOException {
        // Given
        try (WorkspaceIndex index = open()) {
            followAll(index);
        }
        source.changeRecipe();

        // When
        try (WorkspaceIndex index = open()) {
            followAll(index);

            // Then
            assertEquals(2501, found(index, null));
            assertEquals(List.of("2"), generations());
        }
    }

    @Test
    void aRebuildGoesOnAfterARestart() throws IOException {
        // Given
        try (WorkspaceIndex index = open()) {
            followAll(index);
            source.askForRebuild();
            index.follow();
        }

        // When
        try (WorkspaceIndex index = open()) {

            // Then
            assertEquals(State.READY, index.status().state());
            assertEquals(1000L, index.status().rebuilt());
            followAll(index);
            assertEquals(2501, found(index, null));
            assertEquals(List.of("2"), generations());
        }
    }

    @Test
    void aDamagedIndexIsBuiltAnew() throws IOException {
        // Given
        try (WorkspaceIndex index = open()) {
            followAll(index);
        }
        try (Stream<Path> files = Files.list(directory.resolve("1"))) {
            for (Path file : files.filter(path -> !path.getFileName().toString().startsWith("write")).toList()) {
                Files.write(file, new byte[]{1, 2, 3});
            }
        }

        // When
        try (WorkspaceIndex index = open()) {

            // Then
            assertEquals(State.BUILDING, index.status().state());
            followAll(index);
            assertEquals(2501, found(index, null));
        }
    }

    @Test
    void anIndexOfAnotherDatabaseIsNotUsed() throws IOException {
        // Given
        try (WorkspaceIndex index = open()) {
            followAll(index);
            source.becomeAnotherDatabase();

            // When
            assertThrows(WorkspaceIndex.OtherDatabase.class, index::follow);
        }

        // Then
        try (WorkspaceIndex index = open()) {
            assertEquals(State.BUILDING, index.status().state());
            assertEquals(0, index.status().documents());
        }
    }

    @Test
    void aClosedIndexFollowsNothing() throws IOException {
        // Given
        WorkspaceIndex index = open();
        index.close();

        // When
        boolean more = index.follow();

        // Then
        assertFalse(more);
    }

    private WorkspaceIndex open() throws IOException {
        return WorkspaceIndex.open(directory, WORKSPACE, source);
    }

    private List<String> generations() throws IOException {
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static void followAll(WorkspaceIndex index) throws IOException {
        boolean more = true;
        while (more) {
            more = index.follow();
        }
    }

    private static long found(WorkspaceIndex index, @Nullable String text) throws IOException {
        var query = SearchQuery.of(text, Map.of(), Map.of());
        return index.search((searcher, memory) -> Facets.of(new Matches(searcher, memory, query), Set.of())).total();
    }
}
