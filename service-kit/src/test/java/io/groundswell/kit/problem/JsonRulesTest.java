package io.groundswell.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

class JsonRulesTest {
    private final ObjectMapper json = new ObjectMapper();

    JsonRulesTest() {
        new JsonRules().customize(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{\"name\":\"a\\u0000b\"} | #/name",
            "{\"tags\":[\"a\",\"\\u0000\"]} | #/tags/1", "{\"notes\":{\"x\":\"\\u0000\"}} | #/notes/x"})
    void textThatTheDatabaseCannotStoreIsRefusedAtItsPlace(String body, String pointer) {
        // When
        var failure = assertThrows(JsonProcessingException.class, () -> json.readValue(body, Card.class));

        // Then
        FieldError error = JsonProblems.of(failure).errors().getFirst();
        assertEquals(pointer + " nul-character", error.pointer() + " " + error.code());
    }

    record Card(String name, List<String> tags, Map<String, String> notes) {}
}
