package io.groundswell.kit.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.groundswell.kit.workspace.Workspace;

class ErasureMarksTest {
    private static final Workspace ACME = new Workspace("acme");
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final ErasureMarks marks = new ErasureMarks(KEY);

    @Test
    void aMarkIsTheSameInEveryServiceForEver() {
        // When
        UUID mark = new ErasureMarks(KEY).ofHandle(ACME, "INSTAGRAM", "mila.pours");

        // Then
        assertEquals(marks.ofHandle(ACME, "INSTAGRAM", "mila.pours"), mark);
    }

    @Test
    void whateverDiffersMakesAnotherMark() {
        // Given
        var otherKey = new ErasureMarks(Base64.getEncoder().encodeToString("another key of at least 32 bytes".getBytes(
                StandardCharsets.US_ASCII)));

        // When
        List<UUID> all = List.of(marks.ofHandle(ACME, "X", "mila"), marks.ofHandle(ACME, "X", "noor"),
                marks.ofHandle(ACME, "TIKTOK", "mila"), marks.ofUserId(ACME, "X", "mila"), marks.ofEmail(ACME, "mila"),
                marks.ofHandle(new Workspace("other"), "X", "mila"), otherKey.ofHandle(ACME, "X", "mila"));

        // Then
        assertEquals(all.size(), Set.copyOf(all).size());
    }

    @Test
    void withoutAKeyThereAreNoMarksAndTheMessageSaysWhatToDo() {
        // When
        var refused = assertThrows(IllegalStateException.class, () -> new ErasureMarks("c2hvcnQ="));

        // Then
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("groundswell.erasure-key (GROUNDSWELL_ERASURE_KEY) has 5 bytes"), message);
        assertFalse(message.contains("c2hvcnQ="), message);
        assertThrows(IllegalStateException.class, () -> new ErasureMarks("no base64!"));
    }
}
