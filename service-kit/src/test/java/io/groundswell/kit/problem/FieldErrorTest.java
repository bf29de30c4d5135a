package io.groundswell.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class FieldErrorTest {

    @Test
    void aPathBecomesAPointerThatEscapesWhatPointersReserve() {
        assertEquals("#", FieldError.field("", "c", "d").pointer());
        assertEquals("#/kpis/0/target", FieldError.field("kpis.0.target", "c", "d").pointer());
        assertEquals("#/a~1b/c~0d", FieldError.field("a/b.c~d", "c", "d").pointer());
    }

    @Test
    void parametersAndHeadersAreToldApartFromMembers() {
        assertEquals("?limit", FieldError.parameter("limit", "c", "d").pointer());
        assertEquals("If-Match:", FieldError.header("If-Match", "c", "d").pointer());
    }

    @Test
    void aMissingValueIsRefusedAsRequired() {
        // When
        InvalidValue refused = assertThrows(InvalidValue.class, () -> InvalidValue.require(null, "name"));

        // Then
        assertEquals(new FieldError("#/name", "required", "name is required."), refused.toFieldError());
    }

    @Test
    void severalErrorsAreSummedUpAndOneSpeaksForItself() {
        // Given
        FieldError one = FieldError.field("a", "required", "a is required.");

        // When
        ProblemException single = ProblemException.validation(List.of(one));
        ProblemException several = ProblemException.validation(List.of(one, one));

        // Then
        assertEquals("a is required.", single.detail());
        assertEquals("2 values break a rule; see errors.", several.detail());
    }
}
