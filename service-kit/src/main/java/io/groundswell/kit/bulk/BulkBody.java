package io.groundswell.kit.bulk;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Set;

import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A body that is being read as its sender said, and what was assumed where nothing was said. */
public record BulkBody(BulkLines lines, BulkAssumptions assumptions) {

    /**
     * Begins to read.
     *
     * @param type of the request; one of {@link BulkFormat}
     * @param known the fields that a column of CSV may stand for
     * @throws ProblemException 400 for options that do not fit the format, 422 when the body's beginning cannot be read with
     *             them
     */
    public static BulkBody open(MediaType type, InputStream body, CsvOptions options, Set<String> known, ObjectMapper json) {
        return switch (BulkFormat.of(type)) {
            case NDJSON -> ndjson(type, body, options, json);
            case CSV -> csv(type, body, options, known, json);
        };
    }

    private static BulkBody ndjson(MediaType type, InputStream body, CsvOptions options, ObjectMapper json) {
        if (!options.isNone()) {
            throw ProblemException.parameter(options.encoding() != null
                    ? "encoding"
                    : options.delimiter() != null
                            ? "delimiter"
                            : options.fields().isEmpty() ? "ignore" : "map",
                    "invalid", "Only a body of CSV has options; NDJSON is UTF-8.");
        }
        Charset charset = charset(type);
        if (charset != null && !charset.name().equals("UTF-8") && !charset.name().equals("US-ASCII")) {
            throw ProblemException.header("Content-Type", "wrong-encoding", "NDJSON is UTF-8.");
        }
        return new BulkBody(BulkFormat.NDJSON.read(body, json), BulkAssumptions.ofNdjson());
    }

    private static BulkBody csv(MediaType type, InputStream body, CsvOptions options, Set<String> known, ObjectMapper json) {
        BodyEncoding encoding = BodyEncoding.of(body, options.encoding(), charset(type));
        var lines = new CsvLines(encoding.utf8(), encoding.charset().name(), json, options, known);
        return new BulkBody(lines, lines.assumptions(encoding, options));
    }

    private static @Nullable Charset charset(MediaType type) {
        String name = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw ProblemException.header("Content-Type", "unknown-encoding", "The charset of the content type is not known.");
        }
    }
}
