package io.groundswell.kit.secret;

import java.util.Base64;
import java.util.Locale;

import javax.crypto.spec.SecretKeySpec;

/** A secret of the installation, read from its configured text. */
public final class ConfiguredKey {
    private static final int MIN_BYTES = 32;

    private final byte[] bytes;

    private ConfiguredKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a key.
     *
     * @param property the property's name, for the message
     * @param base64 base64 of at least 32 bytes
     * @throws IllegalStateException with what to do about it, and never with the key, when it is missing, not base64 or
     *             too short
     */
    public static ConfiguredKey parse(String property, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(named(property) + " is not base64; " + advice());
        }
        if (bytes.length < MIN_BYTES) {
            throw new IllegalStateException(
                    named(property) + (bytes.length == 0 ? " is not set; " : " has " + bytes.length + " bytes; ") + advice());
        }
        return new ConfiguredKey(bytes);
    }

    private static String named(String property) {
        return property + " (" + property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + ")";
    }

    private static String advice() {
        return "it must be base64 of at least " + MIN_BYTES + " random bytes, for example from: openssl rand -base64 32";
    }

    /** Returns the key for an algorithm such as {@code HmacSHA256}. */
    public SecretKeySpec as(String algorithm) {
        return new SecretKeySpec(bytes, algorithm);
    }
}
