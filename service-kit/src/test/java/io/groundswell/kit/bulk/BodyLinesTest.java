package io.groundswell.kit.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLinesTest {

    /** Otherwise an import with such a line could never be taken up again. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 8_192, 65_535})
    void aLineThatIsTooLongHasOneChecksumHoweverItArrives(int packet) {
        // Given
        byte[] body = new byte[BulkFormat.MAX_LINE_BYTES + 100_000];
        Arrays.fill(body, (byte) 'a');
        var whole = new BodyLines(new ByteArrayInputStream(body));
        whole.read();
        var packets = new BodyLines(new PacketStream(body, List.of(packet)));

        // When
        packets.read();

        // Then
        assertTrue(packets.isTooLong());
        assertEquals(whole.checksum(), packets.checksum());
    }
}
