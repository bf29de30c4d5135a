package io.groundswell.campaign.listening.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/** Meta's signature of a delivery: {@code X-Hub-Signature-256}, HMAC-SHA-256 of the body's bytes under the app's secret. */
final class Signature {
    private static final String PREFIX = "sha256=";
    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /** Compares in a time that does not depend on where the two differ. */
    static boolean isOf(byte[] body, String appSecret, @Nullable String header) {
        if (header == null || !header.startsWith(PREFIX)) {
            return false;
        }
        try {
            byte[] told = HexFormat.of().parseHex(header.substring(PREFIX.length()));
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), HMAC));
            return MessageDigest.isEqual(told, mac.doFinal(body));
        } catch (IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
