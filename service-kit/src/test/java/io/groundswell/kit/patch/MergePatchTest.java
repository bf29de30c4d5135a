package io.groundswell.kit.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.problem.JsonRules;
import io.groundswell.kit.problem.ProblemException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class MergePatchTest {
    private final ObjectMapper json = strict();
    private final MergePatch mergePatch = new MergePatch(json);

    /** The cases of RFC 7396, appendix A, whose patch is an object. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"a\":\"b\"}             | {\"a\":\"c\"}                   | {\"a\":\"c\"}",
            "{\"a\":\"b\"}             | {\"b\":\"c\"}                   | {\"a\":\"b\",\"b\":\"c\"}",
            "{\"a\":\"b\"}             | {\"a\":null}                    | {}",
            "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null}                    | {\"b\":\"c\"}",
            "{\"a\":[\"b\"]}           | {\"a\":\"c\"}                   | {\"a\":\"c\"}",
            "{\"a\":\"c\"}             | {\"a\":[\"b\"]}                 | {\"a\":[\"b\"]}",
            "{\"a\":{\"b\":\"c\"}}     | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
            "{\"a\":[{\"b\":\"c\"}]}   | {\"a\":[1]}                     | {\"a\":[1]}",
            "{\"e\":null}              | {\"a\":1}                       | {\"e\":null,\"a\":1}",
            "[1,2]                     | {\"a\":\"b\",\"c\":null}        | {\"a\":\"b\"}",
            "{}                        | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}"})
    void mergesLikeTheStandard(String target, String patch, String expected) throws JsonProcessingException {
        // Given
        JsonNode current = json.readTree(target);

        // When
        JsonNode patched = mergePatch.apply(current, json.readTree(patch), JsonNode.class);

        // Then
        assertEquals(json.readTree(expected), patched);
        assertEquals(json.readTree(target), current, "the patched document is another one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"bar\"", "[\"c\"]", "1", "true"})
    void aPatchThatIsNoObjectIsRefused(String patch) throws JsonProcessingException {
        // Given
        JsonNode node = json.readTree(patch);

        // When
        var refusal = assertThrows(InvalidValue.class, () -> mergePatch.apply(new Box("a", null), node, Box.class));

        // Then
        assertEquals("not-an-object", refusal.code());
    }

    @Test
    void membersThatThePatchLeavesOutStay() throws JsonProcessingException {
        // Given
        var box = new Box("blue", new Size(3, 4.25));

        // When
        Box patched = mergePatch.apply(box, json.readTree("{\"size\":{\"width\":5}}"), Box.class);

        // Then
        assertEquals(new Box("blue", new Size(5, 4.25)), patched);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"colour\":null}           | #/colour     | required",
            "{\"size\":{\"width\":-1}}   | #/size/width | out-of-range",
            "{\"size\":{\"width\":\"3\"}} | #/size/width | wrong-type",
            "{\"size\":{\"width\":3.5}}  | #/size/width | wrong-type",
            "{\"size\":{\"width\":3000000000}} | #/size/width | wrong-type",
            "{\"size\":{\"width\":null}} | #/size/width | required",
            "{\"size\":[]}               | #/size       | wrong-type",
            "{\"shape\":\"round\"}       | #/shape      | unknown-field"})
    void aPatchedRecordThatIsNotValidIsRefusedLikeABody(String patch, String pointer, String code)
            throws JsonProcessingException {
        // Given
        JsonNode node = json.readTree(patch);

        // When
        var refusal = assertThrows(ProblemException.class,
                () -> mergePatch.apply(new Box("blue", new Size(3, 4)), node, Box.class));

        // Then
        assertEquals(422, refusal.type().status());
        assertEquals(pointer + " " + code, refusal.errors().getFirst().pointer() + " " + refusal.errors().getFirst().code());
    }

    record Box(String colour, @Nullable Size size) {
        Box {
            InvalidValue.require(colour, "colour");
        }
    }

    record Size(int width, double height) {
        Size {
            if (width < 0) {
                throw new InvalidValue("width", "out-of-range", "width must not be negative.");
            }
        }
    }

    private static ObjectMapper strict() {
        var mapper = new ObjectMapper();
        new JsonRules().customize(mapper);
        return mapper;
    }
}
