package io.groundswell.suite.demo.expectation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Comparing figures")
class FiguresTest {

    @Test
    @DisplayName("names what differs, is missing or is too much, and forgives only a rate's rounding")
    void differences() {
        // Given
        Figures expected = new Figures();
        expected.put("same", 3);
        expected.put("rate", new BigDecimal("0.0488491"));
        expected.put("other rate", new BigDecimal("0.0488491"));
        expected.put("different", 3);
        expected.put("missing", 1);
        expected.put("nothing", 0);
        Figures actual = new Figures();
        actual.put("same", new BigDecimal("3.0"));
        actual.put("rate", new BigDecimal("0.0488"));
        actual.put("other rate", new BigDecimal("0.0487"));
        actual.put("different", 4);
        actual.put("too much", 1);

        // When
        List<String> names = expected.differencesFrom(actual).stream().map(Figures.Difference::name).toList();

        // Then
        assertEquals(List.of("other rate", "different", "missing", "too much"), names);
    }
}
