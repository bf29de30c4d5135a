package io.groundswell.creator.creator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.groundswell.kit.secret.ConfiguredKey;
import io.groundswell.kit.workspace.Workspace;

/**
 * What is known of a person without being kept: HMAC-SHA-256 under a key that is not in the database. The same value has another
 * hash in another workspace and for another purpose, so tables that are put side by side tell nothing.
 *
 * <p>The key is that of the marks of erased people, {@code groundswell.erasure-key}: what must never change is one thing to keep.
 */
@ApplicationScoped
public class KeyedHash {
    private static final String HMAC = "HmacSHA256";
    private static final String PROPERTY = "groundswell.erasure-key";
    private static final char SEPARATOR = '\u001f';

    private final SecretKeySpec key;

    /**
     * Reads the key.
     *
     * @throws IllegalStateException when the key is missing, not base64 or shorter than 32 bytes
     */
    KeyedHash(@ConfigProperty(name = PROPERTY) Optional<String> key) {
        this.key = ConfiguredKey.parse(PROPERTY, key.orElse("")).as(HMAC);
    }

    /**
     * Returns the hash as 64 hexadecimal digits.
     *
     * @param purpose in kebab-case; what the hash is compared with
     * @param value in the form in which equal values are equal
     */
    public String of(Workspace workspace, String purpose, String value) {
        String text = purpose + SEPARATOR + workspace.key() + SEPARATOR + value;
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
