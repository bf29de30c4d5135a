package io.groundswell.kit.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.core.MediaType;

import io.groundswell.kit.problem.ProblemException;

import com.fasterxml.jackson.databind.ObjectMapper;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a body is made of, it is read to its end, and each of its lines is a line or the reason why it is none. */
class HostileBodyTest {
    private static final ObjectMapper JSON = NdjsonLinesTest.strict();
    private static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16", "UTF-32", "Shift_JIS", "GB18030", "ISO-2022-JP",
            "windows-1252", "EUC-KR", "auto");

    @Property(tries = 500, seed = "4711")
    void everyLineOfRandomBytesIsAccountedFor(@ForAll @Size(max = 400) byte[] bytes,
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 40) Integer> cuts) {
        // Given
        byte[] body = withLineFeeds(bytes, cuts);

        // When
        List<BulkLine> lines = NdjsonLinesTest.readAll(new NdjsonLines(new ByteArrayInputStream(body), JSON));

        // Then
        long last = 0;
        for (BulkLine line : lines) {
            assertTrue(line.number() > last);
            last = line.number();
        }
        assertTrue(last <= 1 + new String(body, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count());
    }

    @Property(tries = 500, seed = "4712")
    void csvOfRandomBytesIsReadOrRefusedAsAWhole(@ForAll @Size(max = 600) byte[] bytes,
            @ForAll @IntRange(max = 8) int encoding) {
        // Given
        var options = CsvOptions.parse("auto", ENCODINGS.get(encoding), List.of(), List.of());

        // When
        int read = read(bytes, options);

        // Then
        assertTrue(read >= -1);
    }

    /** Returns the number of records, -1 when the body was refused by its beginning. */
    private static int read(byte[] body, CsvOptions options) {
        try {
            return NdjsonLinesTest.readAll(BulkBody.open(MediaType.valueOf("text/csv"), new ByteArrayInputStream(body), options,
                    Set.of("a", "b"), JSON).lines()).size();
        } catch (ProblemException refused) {
            assertEquals(422, refused.type().status());
            return -1;
        }
    }

    @Property(tries = 200, seed = "4713")
    void textSurvivesTranscodingHoweverItIsCut(@ForAll String text,
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 7) Integer> cuts)
            throws IOException {
        // Given
        String valid = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        byte[] encoded = valid.getBytes(Charset.forName("UTF-16BE"));

        // When
        byte[] utf8 = new Utf8Stream(new PacketStream(encoded, cuts), StandardCharsets.UTF_16BE).readAllBytes();

        // Then
        assertEquals(valid, new String(utf8, StandardCharsets.UTF_8));
    }

    private static byte[] withLineFeeds(byte[] bytes, List<Integer> cuts) {
        int at = 0;
        for (int cut : cuts) {
            at += cut;
            if (at < bytes.length) {
                bytes[at] = '\n';
            }
        }
        return bytes;
    }
}
