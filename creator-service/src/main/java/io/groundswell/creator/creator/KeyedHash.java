package io.groundswell.creator.creator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.groundswell.kit.workspace.Workspace;

/**
 * What is known of a person without being kept: HMAC-SHA-256 under a key that is not in the database. The same value has another
 * hash in another workspace and for another purpose, so tables that are put side by side tell nothing.
 *
 * <p>The key is {@code groundswell.person-key}, base64 of at least 32 random bytes. Without one it is derived from
 * {@code groundswell.signing-key}; whoever changes that one then loses all hashes.
 */
@ApplicationScoped
public class KeyedHash {
    private static final String HMAC = "HmacSHA256";
    private static final int MIN_BYTES = 32;
    private static final String PROPERTY = "groundswell.person-key";
    private static final char SEPARATOR = '\u001f';

    private final SecretKeySpec key;

    KeyedHash(@ConfigProperty(name = PROPERTY) Optional<String> personKey,
            @ConfigProperty(name = "groundswell.signing-key") Optional<String> signingKey) {
        this.key = new SecretKeySpec(personKey.map(KeyedHash::parse).orElseGet(() -> derived(signingKey.orElse(""))), HMAC);
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

    private static byte[] derived(String signingKey) {
        return hmac(new SecretKeySpec(parse(signingKey), HMAC), "groundswell person key 1");
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

    /** Never says the key itself. */
    private static byte[] parse(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(PROPERTY + " (GROUNDSWELL_PERSON_KEY) is not base64");
        }
        if (bytes.length < MIN_BYTES) {
            throw new IllegalStateException(
                    PROPERTY + " (GROUNDSWELL_PERSON_KEY) must be base64 of at least " + MIN_BYTES + " random bytes");
        }
        return bytes;
    }
}
