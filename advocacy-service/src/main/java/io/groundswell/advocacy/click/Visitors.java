package io.groundswell.advocacy.click;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells visitors apart without knowing them: the first 128 bits of HMAC-SHA-256 over link, address and user agent, under the
 * day's salt. The link is part of it so that nobody's way can be followed from link to link.
 */
@ApplicationScoped
class Visitors {
    static final int SALT_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final Map<LocalDate, SecretKeySpec> salts = new ConcurrentHashMap<>();
    private volatile boolean agreed;

    UUID visitor(UUID shareId, String address, String userAgent, Instant at) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(salt(LocalDate.ofInstant(at, ZoneOffset.UTC)));
            mac.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(shareId.getMostSignificantBits())
                    .putLong(shareId.getLeastSignificantBits()).flip());
            mac.update(address.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(userAgent.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    /** Takes over the salts that all replicas use, and forgets all others. */
    void use(Map<LocalDate, byte[]> shared) {
        shared.forEach((day, salt) -> salts.put(day, new SecretKeySpec(salt, HMAC)));
        salts.keySet().retainAll(shared.keySet());
        agreed = true;
    }

    /** Tells whether the replicas' salts were ever taken over. */
    boolean isAgreed() {
        return agreed;
    }

    /** A day whose salt nobody told, because the database has been away since the day before, gets one of this process. */
    private SecretKeySpec salt(LocalDate day) {
        SecretKeySpec salt = salts.get(day);
        return salt != null ? salt : salts.computeIfAbsent(day, _ -> new SecretKeySpec(newSalt(), HMAC));
    }

    byte[] newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
