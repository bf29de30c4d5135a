package io.groundswell.kit.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "acme", "acme-2", "9-lives-",
            "a23456789-123456789-123456789-123456789-123456789-123456789-123"})
    void aKeyNamesAWorkspace(String key) {
        // When
        var workspace = new Workspace(key);

        // Then
        assertEquals(key, workspace.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "Acme", "a_b", "a b", "a\n", "ä", "**", "a*", "acme'",
            "a23456789-123456789-123456789-123456789-123456789-123456789-1234"})
    void anythingElseIsRefused(String key) {
        // When
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Workspace(key));

        // Then
        assertEquals("Not a workspace key: " + key, refusal.getMessage());
    }

    @Test
    void theStarStandsForAllAndNamesNone() {
        // When
        boolean named = Workspace.isKey(Workspace.EVERY.key());

        // Then
        assertFalse(named);
        assertEquals(Workspace.EVERY, new Workspace("*"));
    }
}
