package io.groundswell.kit.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PatientOutputTest {

    @Test
    void aReaderThatComesLateGetsEverythingInOrder() throws IOException {
        // Given
        var reading = new CountDownLatch(1);
        var received = new ByteArrayOutputStream();
        var expected = new StringBuilder();
        var output = new PatientOutput(new LateReader(reading, received));

        // When
        for (int i = 0; i < 200_000; i++) {
            String line = "{\"line\":" + i + "}\n";
            expected.append(line);
            output.write(line.getBytes(StandardCharsets.UTF_8));
        }
        reading.countDown();
        output.close();

        // Then
        assertEquals(expected.toString(), received.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aReaderThatIsSometimesBehindGetsEverythingInOrder() throws IOException {
        // Given
        var received = new ByteArrayOutputStream();
        var expected = new ByteArrayOutputStream();
        var output = new PatientOutput(new LateReader(new CountDownLatch(0), received));

        // When
        for (int round = 0; round < 20; round++) {
            byte[] chunk = String.valueOf(round % 10).repeat(50_000 * (round % 7)).getBytes(StandardCharsets.UTF_8);
            expected.writeBytes(chunk);
            output.write(chunk);
        }
        output.close();

        // Then
        assertEquals(expected.toString(StandardCharsets.UTF_8), received.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aReaderThatWentAwayIsNoticed() {
        // Given
        var output = new PatientOutput(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("connection reset");
            }
        });

        // When
        var failure = assertThrows(IOException.class, () -> {
            output.write(new byte[]{1});
            output.close();
        });

        // Then
        assertEquals("java.io.IOException: connection reset", String.valueOf(failure.getCause()));
    }

    /** Takes nothing until it is told to. */
    private static final class LateReader extends OutputStream {
        private final CountDownLatch reading;
        private final OutputStream received;

        LateReader(CountDownLatch reading, OutputStream received) {
            this.reading = reading;
            this.received = received;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                reading.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            received.write(bytes, offset, length);
        }
    }
}
