package io.groundswell.campaign.rights.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Digests over the one form that RFC 8785 gives JSON. The service's own JSON settings have no say: a digest stays the same for ever. */
public final class CanonicalJson {
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private CanonicalJson() {}

    /** Returns the SHA-256 of the value's canonical JSON, as 64 hexadecimal digits. */
    public static String digest(Object value) {
        return HexFormat.of().formatHex(sha256().digest(canonical(value)));
    }

    /** Returns the SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
    public static String digestOfText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the SHA-256 over the bytes of a former hash and the value's canonical JSON. */
    static String chained(String formerHash, Object value) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(formerHash));
        return HexFormat.of().formatHex(digest.digest(canonical(value)));
    }

    private static byte[] canonical(Object value) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(value)).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalStateException("What is digested must be writable as JSON", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
