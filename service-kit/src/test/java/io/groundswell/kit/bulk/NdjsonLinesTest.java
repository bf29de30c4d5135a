package io.groundswell.kit.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.kit.problem.JsonRules;

import com.fasterxml.jackson.databind.ObjectMapper;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NdjsonLinesTest {
    private static final ObjectMapper JSON = strict();

    @Property(tries = 300)
    void howTheBodyIsCutMakesNoDifference(@ForAll("bodies") String body,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 9) Integer> cuts) {
        // Given
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<BulkLine> whole = read(bytes);

        // When
        List<BulkLine> cut = readAll(new NdjsonLines(new PacketStream(bytes, cuts), JSON));

        // Then
        assertEquals(whole, cut);
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> lines = Arbitraries.of("{\"a\":1}", "{\"a\":\"Zürich 日本 🎉\"}", "", " ", "\r", "[1]", "{", "{}{}",
                "{\"b\":{\"c\":[1,2]}}\r", "nonsense");
        return lines.list().ofMaxSize(12).flatMap(all -> Arbitraries.of("", "\n", "\r\n")
                .map(end -> String.join("\n", all) + end));
    }

    @Test
    void everyLineIsReadOnItsOwn() {
        // When
        List<BulkLine> lines = read("{\"n\":1}\n{\"n\":\n\r\n  \n{\"n\":5}\r\n[6]\n{\"n\":7}");

        // Then
        assertEquals(List.of("1 {\"n\":1}", "2 malformed-json", "5 {\"n\":5}", "6 not-an-object", "7 {\"n\":7}"),
                lines.stream().map(NdjsonLinesTest::describe).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{\"a\":1}{\"b\":2} | malformed-json",
            "{\"a\":1,\"a\":2} | malformed-json",
            "{'a':1} | malformed-json", "{\"a\":NaN} | malformed-json", "nul | malformed-json", "null | not-an-object",
            "[{}] | not-an-object", "\"text\" | not-an-object", "42 | not-an-object"})
    void aLineThatIsNotOneObjectSaysWhy(String line, String code) {
        // When
        List<BulkLine> lines = read(line + "\n{\"after\":true}\n");

        // Then
        assertEquals("1 " + code, describe(lines.getFirst()));
        assertEquals("2 {\"after\":true}", describe(lines.getLast()));
    }

    @Test
    void theReasonNamesTheColumnAndNothingInternal() {
        // When
        var line = assertInstanceOf(BulkLine.Unreadable.class, read("{\"a\":tru}").getFirst());

        // Then
        assertTrue(line.detail().startsWith("Column "), line.detail());
        assertFalse(line.detail().contains("com.fasterxml") || line.detail().contains("Source"), line.detail());
    }

    @Test
    void brokenUtf8AndNulBytesSpoilTheirLineOnly() {
        // Given
        byte[] body = "{\"a\":\"Z_rich\"}\n{\"a\":\"_\"}\n_{_}_\n{\"a\":4}\n".getBytes(StandardCharsets.US_ASCII);
        byte[] bad = {(byte) 0xFC, 0, 0, 0, 0};
        int next = 0;
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '_' ? bad[next++] : body[i];
        }

        // When
        List<BulkLine> lines = read(body);

        // Then
        assertEquals(List.of("1 malformed-json", "2 malformed-json", "3 malformed-json", "4 {\"a\":4}"),
                lines.stream().map(NdjsonLinesTest::describe).toList());
    }

    @Test
    void aByteOrderMarkAndAnEscapedNulAreRead() {
        // When
        List<BulkLine> lines = read("\uFEFF{\"a\":1}\n{\"a\":\"\\u0000\"}");

        // Then
        assertEquals(List.of("1 {\"a\":1}", "2 {\"a\":\"\\u0000\"}"), lines.stream().map(NdjsonLinesTest::describe).toList());
    }

    @Test
    void nestingWithoutEndIsRefusedWithoutExhaustingTheStack() {
        // When
        List<BulkLine> lines = read("{\"a\":" + "[".repeat(200_000) + "\n{\"a\":1}");

        // Then
        assertEquals(List.of("1 malformed-json", "2 {\"a\":1}"), lines.stream().map(NdjsonLinesTest::describe).toList());
    }

    @Test
    void aLineAtTheLimitIsReadAndALongerOneSkipped() {
        // Given
        String fits = "{\"a\":\"" + "x".repeat(BulkFormat.MAX_LINE_BYTES - 8) + "\"}";
        String tooLong = "{\"a\":\"" + "x".repeat(BulkFormat.MAX_LINE_BYTES - 7) + "\"}";

        // When
        List<BulkLine> lines = read(fits + "\n" + tooLong + "\n{\"a\":3}\n" + tooLong);

        // Then
        assertInstanceOf(BulkLine.Document.class, lines.getFirst());
        assertEquals(List.of("2 line-too-long", "3 {\"a\":3}", "4 line-too-long"),
                lines.stream().skip(1).map(NdjsonLinesTest::describe).toList());
    }

    @Test
    void aLineWithoutEndTakesNoMoreMemoryThanTheLimit() {
        // Given
        var lines = new BodyLines(new GeneratedStream("x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII), 200));

        // When
        boolean read = lines.read();

        // Then
        assertTrue(read && lines.isTooLong());
        assertTrue(lines.bytes().length <= BulkFormat.MAX_LINE_BYTES, () -> "keeps " + lines.bytes().length);
        assertEquals(200L << 20, lines.bytesRead());
    }

    @Test
    void halfALineIsNotAtHand() {
        // Given
        var body = new PacketStream("{\"a\":1}\n{\"a\":", "2}\n");
        var lines = new NdjsonLines(body, JSON);
        lines.next();

        // When
        boolean half = lines.isNextAtHand();
        body.arrive();
        boolean whole = lines.isNextAtHand();

        // Then
        assertFalse(half, "the client may wait for an answer before it sends the rest");
        assertTrue(whole);
        assertEquals("2 {\"a\":2}", describe(lines.next()));
        assertFalse(lines.hasNext());
        assertThrows(NoSuchElementException.class, lines::next);
    }

    static List<BulkLine> readAll(BulkLines lines) {
        List<BulkLine> all = new ArrayList<>();
        lines.forEachRemaining(all::add);
        return all;
    }

    static String describe(BulkLine line) {
        return switch (line) {
            case BulkLine.Document(long number, var json) -> number + " " + json;
            case BulkLine.Unreadable(long number, String code, String _) -> number + " " + code;
        };
    }

    private static List<BulkLine> read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<BulkLine> read(byte[] body) {
        return readAll(new NdjsonLines(new ByteArrayInputStream(body), JSON));
    }

    static ObjectMapper strict() {
        var mapper = new ObjectMapper();
        new JsonRules().customize(mapper);
        return mapper;
    }
}
