package io.groundswell.kit.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.problem.ProblemException;

class FeedPositionTest {

    @ParameterizedTest
    @ValueSource(strings = {"0-0", "7312-5", "999999999999999999-999999999999999999"})
    void aPositionIsReadAsItWasWritten(String text) {
        // When
        FeedPosition position = FeedPosition.parse(text);

        // Then
        assertEquals(text, position.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-5", "5-", "a-b", "1-2-3", " 1-2", "+1-2", "1-9999999999999999999", "١-٢"})
    void anythingElseIsRefused(String text) {
        // When
        var refusal = assertThrows(ProblemException.class, () -> FeedPosition.parse(text));

        // Then
        assertEquals("400 ?after", refusal.type().status() + " " + refusal.errors().getFirst().pointer());
    }

    @Test
    void positionsSortByTransactionAndThenBySequence() {
        // When
        List<String> sorted = Stream.of("10-1", "9-20", "9-3", "0-0").map(FeedPosition::parse).sorted()
                .map(FeedPosition::toString).toList();

        // Then
        assertEquals(List.of("0-0", "9-3", "9-20", "10-1"), sorted);
    }
}
