package io.groundswell.creator.scoring;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * JSON in the one form that RFC 8785 gives it. Settings of the service's own JSON have no say here: a digest must be the same
 * for ever. Decimals have six places and at most ten digits before them, so the doubles of RFC 8785 hold them exactly.
 */
final class CanonicalJson {
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private CanonicalJson() {}

    /** Returns the record as JSON, member by member. */
    static JsonNode tree(Object document) {
        return JSON.valueToTree(document);
    }

    /** Returns the SHA-256 of the record's canonical JSON in UTF-8, as 64 hexadecimal digits. */
    static String digest(Object document) {
        try {
            byte[] canonical = new JsonCanonicalizer(JSON.writeValueAsString(document)).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new IllegalStateException("An API record must be writable as JSON", e);
        }
    }
}
