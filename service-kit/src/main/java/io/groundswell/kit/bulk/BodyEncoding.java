package io.groundswell.kit.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.bulk.BulkAssumptions.Origin;
import io.groundswell.kit.problem.ProblemException;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;

/**
 * A body whose encoding is known, as UTF-8 without a byte order mark.
 *
 * @param confidence of a detection, from 0 to 100
 */
record BodyEncoding(InputStream utf8, Charset charset, Origin origin, @Nullable Integer confidence) {
    /** Enough for a detector to tell the encodings of one language from another's. */
    private static final int SAMPLE_BYTES = 1 << 16;
    private static final int LONGEST_MARK = 4;
    /** The longer first: UTF-32's begins like UTF-16's. */
    private static final List<Mark> MARKS = List.of(new Mark(Charset.forName("UTF-32LE"), "fffe0000"),
            new Mark(Charset.forName("UTF-32BE"), "0000feff"), new Mark(StandardCharsets.UTF_8, "efbbbf"),
            new Mark(StandardCharsets.UTF_16LE, "fffe"), new Mark(StandardCharsets.UTF_16BE, "feff"));

    /**
     * Reads the body's beginning.
     *
     * @param told what the client asked for; null when it left it open
     * @param typed the charset of the content type
     * @throws ProblemException 422 when a byte order mark contradicts what was told, or nothing can be detected
     */
    static BodyEncoding of(InputStream body, CsvOptions.@Nullable Encoding told, @Nullable Charset typed) {
        boolean detect = told != null && told.charset() == null;
        byte[] head = head(body, detect ? SAMPLE_BYTES : LONGEST_MARK);
        Mark mark = MARKS.stream().filter(each -> each.begins(head)).findFirst().orElse(null);
        Charset expected = told == null ? typed : told.charset();
        if (mark != null && expected != null && !mark.agreesWith(expected)) {
            throw ProblemException.validation("", "contradictory-encoding",
                    "The body was said to be in %s, but begins with the byte order mark of %s."
                            .formatted(expected.name(), mark.charset().name()));
        }
        int skipped = mark == null ? 0 : mark.hexadecimal().length() / 2;
        InputStream rest = new SequenceInputStream(new ByteArrayInputStream(head, skipped, head.length - skipped), body);
        if (mark != null) {
            return of(rest, mark.charset(), Origin.BYTE_ORDER_MARK, null);
        }
        if (detect) {
            CharsetMatch match = detected(head);
            return of(rest, Charset.forName(match.getName()), Origin.DETECTED, match.getConfidence());
        }
        if (expected != null) {
            return of(rest, expected, told == null ? Origin.CONTENT_TYPE : Origin.PARAMETER, null);
        }
        return of(rest, StandardCharsets.UTF_8, Origin.DEFAULT, null);
    }

    private static BodyEncoding of(InputStream body, Charset charset, Origin origin, @Nullable Integer confidence) {
        InputStream utf8 = charset.equals(StandardCharsets.UTF_8) ? body : new Utf8Stream(body, charset);
        return new BodyEncoding(utf8, charset, origin, confidence);
    }

    private static CharsetMatch detected(byte[] head) {
        return Arrays.stream(new CharsetDetector().setText(head).detectAll())
                .filter(match -> Charset.isSupported(match.getName()) && Charset.forName(match.getName()).canEncode())
                .findFirst()
                .orElseThrow(() -> ProblemException.validation("", "encoding-not-detected",
                        "The encoding of the body cannot be told from its beginning; name it with encoding."));
    }

    private static byte[] head(InputStream body, int bytes) {
        try {
            return body.readNBytes(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What some programs write before the text. */
    private record Mark(Charset charset, String hexadecimal) {
        boolean begins(byte[] head) {
            return HexFormat.of().formatHex(head, 0, Math.min(head.length, LONGEST_MARK)).startsWith(hexadecimal);
        }

        /** UTF-16 and UTF-32 leave the order of bytes to the mark. */
        boolean agreesWith(Charset told) {
            return charset.equals(told) || charset.name().equals(told.name() + "LE")
                    || charset.name().equals(told.name() + "BE");
        }
    }
}
