package io.groundswell.creator.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.problem.InvalidValue;

class HandleTest {

    @ParameterizedTest
    @CsvSource({"@Mila.Pours,mila.pours", "ＭＩＬＡ,mila", "Straße,strasse", "Mila@Pottery.Example,mila@pottery.example",
            "咖啡日记,咖啡日记"})
    void spellingsOfOneHandleHaveOneKey(String written, String key) {
        // Given
        String handle = Handle.read("handle", written);

        // When
        String folded = Handle.key(String.valueOf(handle));

        // Then
        assertEquals(key, folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "two words", "a/b", "nul\0", "zero\u200bwidth", "https://example.com/mila",
            "@",
            "-dash", "a@b@c"})
    void whatIsNoHandleIsRefused(String written) {
        // When
        var refused = assertThrows(InvalidValue.class, () -> Handle.read("handle", written));

        // Then
        assertEquals("invalid-handle", refused.code());
    }
}
