package io.groundswell.kit.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Secrets of others that must be kept in a form that can be read again, such as access tokens: AES-256-GCM under a key that is
 * derived from the installation's signing key, bound to where they are kept. A row copied to another place does not open, and
 * after the signing key was replaced nothing opens: such secrets have to be given anew.
 */
@Singleton
public class SealedSecrets {
    private static final String PROPERTY = "groundswell.signing-key";
    private static final String PURPOSE = "secrets of others, version 1";
    private static final String HMAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /**
     * Reads the signing key.
     *
     * @throws IllegalStateException when it is missing, not base64 or shorter than 32 bytes
     */
    @Inject
    public SealedSecrets(@ConfigProperty(name = PROPERTY) Optional<String> signingKey) {
        this(signingKey.orElse(""));
    }

    /** Seals with a key outside of CDI: base64 of at least 32 bytes. */
    public SealedSecrets(String signingKey) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(ConfiguredKey.parse(PROPERTY, signingKey).as(HMAC));
            this.key = new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    /**
     * Returns the secret in the form in which it may be stored: base64.
     *
     * @param place what it belongs to: workspace, kind and id
     */
    public String seal(String place, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
            System.arraycopy(hidden, 0, sealed, NONCE_BYTES, hidden.length);
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + CIPHER, e);
        }
    }

    /** Returns the secret, or nothing when it was sealed for another place or under another key. */
    public Optional<String> open(String place, String sealed) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            byte[] open = cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Optional.of(new String(open, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
