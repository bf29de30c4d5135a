package io.groundswell.kit.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.bulk.BulkAssumptions.Origin;
import io.groundswell.kit.problem.ProblemException;

import com.fasterxml.jackson.databind.ObjectMapper;

class BulkBodyTest {
    private static final ObjectMapper JSON = NdjsonLinesTest.strict();
    private static final Set<String> KNOWN = Set.of("name", "city", "count");

    @ParameterizedTest
    @CsvSource({"windows-1252,name;city/Zo\u00EB;K\u00F6ln", "UTF-16LE,name;city/Zo\u00EB;\u6771\u4EAC",
            "UTF-16,name;city/Zo\u00EB;K\u00F6ln", "Shift_JIS,name;city/\u8868|\u30BD;\u6771\u4EAC",
            "GB18030,name;city/\u7530;\u5317\u4EAC", "Big5,name;city/\u529F;\u53F0\u5317",
            "ISO-2022-JP,name;city/\u7530\u4E2D;\u6771\u4EAC", "KOI8-R,name;city/\u0410\u043D\u044F;\u0420\u0438\u0433\u0430",
            "UTF-32BE,name;city/Zo\u00EB;\uD83C\uDF89"})
    void textIsReadInTheEncodingThatWasTold(String encoding, String text) {
        // Given
        byte[] lines = text.replace('/', '\n').getBytes(Charset.forName(encoding));

        // When
        BulkBody body = open("text/csv", lines,
                CsvOptions.parse(";", encoding, List.of(), List.of()));

        // Then
        String[] expected = text.split("/", -1)[1].split(";", -1);
        assertEquals(List.of("2 {\"name\":\"%s\",\"city\":\"%s\"}".formatted((Object[]) expected)), read(body));
    }

    @Test
    void theContentTypeMayTellTheEncoding() {
        // When
        BulkBody body = open("text/csv; charset=iso-8859-1", "name\nZo\u00EB".getBytes(StandardCharsets.ISO_8859_1),
                CsvOptions.NONE);

        // Then
        assertEquals(List.of("2 {\"name\":\"Zo\u00EB\"}"), read(body));
        assertEquals(Origin.CONTENT_TYPE, body.assumptions().encodingFrom());
    }

    @Test
    void aByteOrderMarkIsRecognisedAndTold() {
        // When
        BulkBody body = open("text/csv", "\uFEFFname\nZo\u00EB".getBytes(StandardCharsets.UTF_16LE), CsvOptions.NONE);

        // Then
        assertEquals(List.of("2 {\"name\":\"Zo\u00EB\"}"), read(body));
        assertEquals("UTF-16LE", body.assumptions().encoding());
        assertEquals(Origin.BYTE_ORDER_MARK, body.assumptions().encodingFrom());
    }

    @Test
    void aByteOrderMarkThatContradictsWhatWasToldIsRefused() {
        // Given
        byte[] marked = "\uFEFFname\nx".getBytes(StandardCharsets.UTF_8);

        // When
        var refusal = assertThrows(ProblemException.class,
                () -> open("text/csv", marked, CsvOptions.parse(null, "windows-1252", List.of(), List.of())));

        // Then
        assertEquals("contradictory-encoding", refusal.errors().getFirst().code());
    }

    @Test
    void anEncodingIsFoundOutWhenThatIsAskedFor() {
        // Given
        String text = "name;city\n"
                + "\u041C\u043E\u0441\u043A\u0432\u0430 \u0431\u043E\u043B\u044C\u0448\u043E\u0439 \u0433\u043E\u0440\u043E\u0434;\u0420\u0438\u0433\u0430\n"
                        .repeat(20);

        // When
        BulkBody body = open("text/csv", text.getBytes(Charset.forName("windows-1251")),
                CsvOptions.parse("auto", "auto", List.of(), List.of()));

        // Then
        assertEquals("windows-1251", body.assumptions().encoding());
        assertEquals(Origin.DETECTED, body.assumptions().encodingFrom());
        assertTrue(Objects.requireNonNull(body.assumptions().encodingConfidence()) > 0);
        assertEquals(Origin.DETECTED, body.assumptions().delimiterFrom());
        assertEquals(20, read(body).size());
    }

    @Test
    void whatIsNoTextInItsEncodingSpoilsItsLineOnly() {
        // Given
        byte[] good = "name,city\n\u7530,1\n".getBytes(Charset.forName("Shift_JIS"));
        byte[] bytes = Arrays.copyOf(good, good.length + 9);
        System.arraycopy(new byte[]{'a', (byte) 0xFD, (byte) 0xFF, ',', '2', '\n', 'b', ',', '3'}, 0, bytes, good.length, 9);

        // When
        BulkBody body = open("text/csv", bytes, CsvOptions.parse(null, "Shift_JIS", List.of(), List.of()));

        // Then
        assertEquals(List.of("2 {\"name\":\"\u7530\",\"city\":\"1\"}", "3 wrong-encoding", "4 {\"name\":\"b\",\"city\":\"3\"}"),
                read(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "tab", "|"})
    void aDelimiterIsUsedAsToldAndFoundOutWhenAskedFor(String delimiter) {
        // Given
        char character = delimiter.equals("tab") ? '\t' : delimiter.charAt(0);
        byte[] text = "name,city,count\n\"a,b;c\",\"x|y\tz\",3\n"
                .replace("name,city,count", "name" + character + "city" + character + "count")
                .replace("\",\"", "\"" + character + "\"").replace("\",3", "\"" + character + "3")
                .getBytes(StandardCharsets.UTF_8);

        // When
        BulkBody told = open("text/csv", text, CsvOptions.parse(delimiter, null, List.of(), List.of()));
        BulkBody found = open("text/csv", text, CsvOptions.parse("auto", null, List.of(), List.of()));

        // Then
        assertEquals(read(told), read(found));
        assertEquals(delimiter, found.assumptions().delimiter());
        assertEquals(Origin.PARAMETER, told.assumptions().delimiterFrom());
    }

    @Test
    void columnsAreMappedAndLeftOutAsTold() {
        // When
        BulkBody body = open("text/csv", "Full: name,Note,city\nMila,secret,Delft\n".getBytes(StandardCharsets.UTF_8),
                CsvOptions.parse(null, null, List.of("Full: name:name"), List.of("Note")));

        // Then
        assertEquals(List.of("2 {\"name\":\"Mila\",\"city\":\"Delft\"}"), read(body));
        assertEquals(Map.of("Full: name", "name", "city", "city"), body.assumptions().columns());
        assertEquals(List.of("Note"), body.assumptions().ignored());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '/', value = {"name,town/unknown-column/x:name", "name,nome/duplicate-column/nome:name",
            "name,city/missing-column/Name:name", "name,nome/unknown-column/nome:surname"})
    void aHeaderThatDoesNotFitIsRefusedBeforeAnythingIsRead(String header, String code, String map) {
        // Given
        List<String> maps = code.equals("unknown-column") && map.startsWith("x") ? List.of() : List.of(map);

        // When
        var refusal = assertThrows(ProblemException.class,
                () -> open("text/csv", (header + "\n1,2\n").getBytes(StandardCharsets.UTF_8),
                        CsvOptions.parse(null, null, maps, List.of())));

        // Then
        assertEquals(422, refusal.type().status());
        assertEquals(code, refusal.errors().getFirst().code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '/', value = {"::/delimiter", "no-such-encoding/encoding", "x-auto/encoding"})
    void optionsThatCannotBeReadAreRefusedByName(String value, String parameter) {
        // When
        var refusal = assertThrows(ProblemException.class, () -> CsvOptions
                .parse(parameter.equals("delimiter") ? value : null, parameter.equals("encoding") ? value : null, List.of(),
                        List.of()));

        // Then
        assertEquals("?" + parameter, refusal.errors().getFirst().pointer());
    }

    @Test
    void ndjsonHasNoOptions() {
        // When
        var refusal = assertThrows(ProblemException.class, () -> open("application/x-ndjson", new byte[0],
                CsvOptions.parse(";", null, List.of(), List.of())));

        // Then
        assertEquals(400, refusal.type().status());
        assertNull(open("application/x-ndjson", new byte[0], CsvOptions.NONE).assumptions().delimiter());
    }

    private static BulkBody open(String type, byte[] body, @Nullable CsvOptions options) {
        return BulkBody.open(MediaType.valueOf(type), new ByteArrayInputStream(body),
                Objects.requireNonNullElse(options, CsvOptions.NONE), KNOWN, JSON);
    }

    private static List<String> read(BulkBody body) {
        return NdjsonLinesTest.readAll(body.lines()).stream().map(NdjsonLinesTest::describe).toList();
    }
}
