package io.groundswell.kit.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.problem.ProblemException;

import com.fasterxml.jackson.databind.ObjectMapper;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CsvLinesTest {
    private static final ObjectMapper JSON = NdjsonLinesTest.strict();

    @Property(tries = 300)
    void whatWasWrittenByTheStandardIsReadBack(
            @ForAll("records") @Size(min = 1, max = 8) List<@Size(3) List<String>> records,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 9) Integer> cuts) {
        // Given
        String body = "a,b,c\r\n" + records.stream()
                .map(record -> record.stream().map(CsvLinesTest::quote).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));

        // When
        var lines = new CsvLines(new PacketStream(body.getBytes(StandardCharsets.UTF_8), cuts), JSON);

        // Then
        List<BulkLine> read = NdjsonLinesTest.readAll(lines);
        assertEquals(records.size(), read.size());
        for (int i = 0; i < records.size(); i++) {
            var json = ((BulkLine.Document) read.get(i)).json();
            List<String> values = List.of("a", "b", "c").stream().map(name -> json.path(name).asText()).toList();
            assertEquals(records.get(i).stream().map(String::strip).toList(), values);
        }
    }

    @Provide
    Arbitrary<List<List<String>>> records() {
        Arbitrary<String> fields = Arbitraries.of("plain", "", "a,b", "say \"hi\"", "two\nlines", "two\r\nlines", "\"", "日本 🎉",
                " padded ", ",", "\n", "x\n\n\ny");
        return fields.list().ofSize(3).list();
    }

    @Test
    void recordsHaveTheNumberOfTheLineTheyStartOn() {
        // When
        List<String> lines = read("name,text\r\nada,\"one\r\ntwo, \"\"three\"\"\"\r\n\r\ngrace,\n\"linus\",x");

        // Then
        assertEquals(List.of("2 {\"name\":\"ada\",\"text\":\"one\\r\\ntwo, \\\"three\\\"\"}", "5 {\"name\":\"grace\"}",
                "6 {\"name\":\"linus\",\"text\":\"x\"}"), lines);
    }

    @Test
    void aRecordWithMissingOrExtraColumnsIsRefusedAlone() {
        // When
        List<String> lines = read("a,b\n1\n1,2,3\n1,2\n,\n");

        // Then
        assertEquals(List.of("2 wrong-column-count", "3 wrong-column-count", "4 {\"a\":\"1\",\"b\":\"2\"}", "5 {}"), lines);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        // When
        List<String> lines = read("\uFEFF a , \"b\"\n1,2\n");

        // Then
        assertEquals(List.of("2 {\"a\":\"1\",\"\\\"b\\\"\":\"2\"}"), lines, "a space before a quote makes the quote text");
    }

    @Test
    void aStrayQuoteSpoilsTheLineItIsOnAndNoOther() {
        // When
        List<String> lines = read("a,b\n1,2\n\"x\"y,3\n4,\"open\n5,6\n7,\"8\"\n9,\"never closed\n10,11\n");

        // Then
        assertEquals(List.of("2 {\"a\":\"1\",\"b\":\"2\"}", "3 malformed-csv", "4 malformed-csv", "5 {\"a\":\"5\",\"b\":\"6\"}",
                "6 {\"a\":\"7\",\"b\":\"8\"}", "7 unclosed-quote", "8 {\"a\":\"10\",\"b\":\"11\"}"), lines);
    }

    @Test
    void aQuoteWithinAnUnquotedFieldIsText() {
        // When
        List<String> lines = read("a,b\n5\" pipe,x\"y\"\n");

        // Then
        assertEquals(List.of("2 {\"a\":\"5\\\" pipe\",\"b\":\"x\\\"y\\\"\"}"), lines);
    }

    @Test
    void aQuoteThatIsNotClosedIsFollowedNoFurtherThanTheLimit() {
        // Given
        String rest = "1,2\n".repeat(BulkFormat.MAX_LINE_BYTES / 2);

        // When
        var lines = new CsvLines(stream("a,b\n\"open\n" + rest), JSON);

        // Then
        assertEquals("2 unclosed-quote", NdjsonLinesTest.describe(lines.next()));
        assertTrue(lines.bytesRead() < BulkFormat.MAX_LINE_BYTES * 3L / 2, () -> "read " + lines.bytesRead());
        assertEquals(BulkFormat.MAX_LINE_BYTES / 2, NdjsonLinesTest.readAll(lines).size());
    }

    @Test
    void textInAnotherEncodingSpoilsItsLineOnly() {
        // Given
        byte[] body = "a,b\nZ\u00FCrich,1\nBern,2\n\"open,3\nZ\u00FCrich,4\nGenf,5\n".getBytes(StandardCharsets.ISO_8859_1);

        // When
        var lines = new CsvLines(new ByteArrayInputStream(body), JSON);

        // Then
        assertEquals(List.of("2 not-utf-8", "3 {\"a\":\"Bern\",\"b\":\"2\"}", "4 unclosed-quote", "5 not-utf-8",
                "6 {\"a\":\"Genf\",\"b\":\"5\"}"),
                NdjsonLinesTest.readAll(lines).stream().map(NdjsonLinesTest::describe).toList());
    }

    @Test
    void aLineThatIsTooLongIsSkipped() {
        // When
        List<String> lines = read("a,b\n" + "x".repeat(BulkFormat.MAX_LINE_BYTES + 1) + ",1\n2,3");

        // Then
        assertEquals(List.of("2 line-too-long", "3 {\"a\":\"2\",\"b\":\"3\"}"), lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\r\n", "\"a,b\n1,2\n", "\"a\"b,c\n1,2\n"})
    void aBodyWithoutAHeaderIsRefusedAsAWhole(String body) {
        // When
        var refusal = assertThrows(ProblemException.class, () -> new CsvLines(stream(body), JSON));

        // Then
        assertEquals(422, refusal.type().status());
        assertEquals("missing-header", refusal.errors().getFirst().code());
    }

    @Test
    void aColumnThatIsNamedTwiceIsRefused() {
        // When
        var refusal = assertThrows(ProblemException.class, () -> new CsvLines(stream("a,b, a\n1,2,3\n"), JSON));

        // Then
        assertEquals("duplicate-column", refusal.errors().getFirst().code());
    }

    @Test
    void aHeaderAloneIsABodyWithoutRecords() {
        // When
        var lines = new CsvLines(stream("a,b\r\n"), JSON);

        // Then
        assertFalse(lines.hasNext());
        assertThrows(NoSuchElementException.class, lines::next);
    }

    private static String quote(String field) {
        return field.matches("[^\",\r\n]*") && !field.isEmpty() ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }

    private static ByteArrayInputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(String body) {
        return NdjsonLinesTest.readAll(new CsvLines(stream(body), JSON)).stream().map(NdjsonLinesTest::describe).toList();
    }
}
