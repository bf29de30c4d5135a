package io.groundswell.kit.precondition;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.problem.ProblemException;

class PreconditionsTest {
    private static final EntityTag CURRENT = new EntityTag("a,b.3");

    @ParameterizedTest
    @ValueSource(strings = {"\"a,b.3\"", "*", " * ", "\"x\", \"a,b.3\"", "\"x\" ,\"a,b.3\" , \"y\"", "W/\"x\",\"a,b.3\"",
            ",, \"x\" ,, \"a,b.3\", "})
    void aChangeOfTheCurrentVersionPasses(String ifMatch) {
        assertDoesNotThrow(() -> Preconditions.requireMatch(ifMatch, CURRENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a,b.2\"", "W/\"a,b.3\"", "\"\"", "\"x\", \"y\"", "\"*\""})
    void aChangeOfAnotherVersionIsRefusedWithTheCurrentOne(String ifMatch) {
        // When
        ProblemException refused = refusal(ifMatch);

        // Then
        assertEquals("precondition-failed", refused.type().code());
        assertEquals("ETag", refused.headers().getFirst().getKey());
        assertEquals("\"a,b.3\"", refused.headers().getFirst().getValue());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aChangeOfNoVersionIsRefused(@Nullable String ifMatch) {
        // When
        ProblemException refused = refusal(ifMatch);

        // Then
        assertEquals("precondition-required", refused.type().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b.3", "\"a,b.3", "w/\"a\"", "\"a\" \"b\"", "'a'", "*,\"a\"", "\"a\", oops"})
    void whatIsNoListOfTagsIsRefused(String ifMatch) {
        // When
        ProblemException refused = refusal(ifMatch);

        // Then
        assertEquals("invalid-header", refused.type().code());
        assertEquals("If-Match:", refused.errors().getFirst().pointer());
    }

    @Test
    void aReadOfTheKnownVersionNeedNotBeSentAgain() {
        assertTrue(Preconditions.notModified("\"a,b.3\"", CURRENT));
        assertTrue(Preconditions.notModified("W/\"a,b.3\"", CURRENT));
        assertTrue(Preconditions.notModified("*", CURRENT));
        assertFalse(Preconditions.notModified("\"a,b.2\"", CURRENT));
        assertFalse(Preconditions.notModified(null, CURRENT));
    }

    @Test
    void eachVersionOfEachThingHasATagOfItsOwn() {
        // Given
        UUID id = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

        // When
        EntityTag tag = EntityTag.of(id, 3);

        // Then
        assertEquals("\"01890a5d-ac96-774b-bcce-b302099a8057.3\"", tag.headerValue());
        assertNotEquals(tag, EntityTag.of(id, 4));
        assertNotEquals(tag, EntityTag.of(new UUID(0, 0), 3));
    }

    private static ProblemException refusal(@Nullable String ifMatch) {
        return assertThrows(ProblemException.class, () -> Preconditions.requireMatch(ifMatch, CURRENT));
    }
}
