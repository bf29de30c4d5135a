package io.groundswell.campaign.rights.link;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.secret.ConfiguredKey;
import io.groundswell.kit.workspace.Workspace;

/**
 * Makes and reads the links by which authors answer a request. A token is base64url of {@code version, request, end, workspace, tag};
 * the tag is HMAC-SHA-256 over all before it, under a key that is derived from the installation's signing key for this purpose
 * alone, so that nothing else the service signs can stand for a link. Nothing is stored: whoever reads the database learns no link.
 */
@Singleton
public class ClaimLinks {
    private static final String PROPERTY = "groundswell.signing-key";
    private static final String PURPOSE = "groundswell rights claim 1";
    private static final String HMAC = "HmacSHA256";
    private static final String PATH = "/v1/claims/";
    private static final byte VERSION = 1;
    private static final int TAG_BYTES = 32;
    private static final int FIXED_BYTES = 1 + 2 * Long.BYTES + Long.BYTES;
    private static final int MAX_CHARS = 256;

    private final SecretKeySpec key;
    private final String origin;

    @Inject
    ClaimLinks(@ConfigProperty(name = PROPERTY) Optional<String> signingKey,
            @ConfigProperty(name = "groundswell.public-url", defaultValue = "http://localhost:8080") String publicUrl) {
        this(signingKey.orElse(""), publicUrl);
    }

    /** Makes links with a key outside of CDI: base64 of at least 32 bytes. */
    public ClaimLinks(String signingKey, String publicUrl) {
        this.key = new SecretKeySpec(
                hmac(ConfiguredKey.parse(PROPERTY, signingKey).as(HMAC), PURPOSE.getBytes(StandardCharsets.UTF_8)),
                HMAC);
        this.origin = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /**
     * What a link is for.
     *
     * @param until when the request can no longer be answered; to the second
     */
    public record Claim(Workspace workspace, UUID requestId, Instant until) {}

    /** Returns the link's address at the installation's public origin. */
    public String address(Claim claim) {
        return origin + PATH + token(claim);
    }

    /** Returns the token of a link. */
    public String token(Claim claim) {
        byte[] workspace = claim.workspace().key().getBytes(StandardCharsets.US_ASCII);
        byte[] content = ByteBuffer.allocate(FIXED_BYTES + workspace.length).put(VERSION)
                .putLong(claim.requestId().getMostSignificantBits()).putLong(claim.requestId().getLeastSignificantBits())
                .putLong(claim.until().getEpochSecond()).put(workspace).array();
        byte[] token = Arrays.copyOf(content, content.length + TAG_BYTES);
        System.arraycopy(hmac(key, content), 0, token, content.length, TAG_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Reads a token; null when it was not made by {@link #token} with this key. */
    public @Nullable Claim read(String token) {
        byte[] bytes = decode(token);
        if (bytes == null || bytes.length <= FIXED_BYTES + TAG_BYTES) {
            return null;
        }
        byte[] content = Arrays.copyOf(bytes, bytes.length - TAG_BYTES);
        byte[] tag = Arrays.copyOfRange(bytes, content.length, bytes.length);
        return MessageDigest.isEqual(tag, hmac(key, content)) ? claim(ByteBuffer.wrap(content)) : null;
    }

    private static @Nullable Claim claim(ByteBuffer content) {
        try {
            if (content.get() != VERSION) {
                return null;
            }
            UUID request = new UUID(content.getLong(), content.getLong());
            Instant until = Instant.ofEpochSecond(content.getLong());
            return new Claim(new Workspace(StandardCharsets.US_ASCII.decode(content).toString()), request, until);
        } catch (BufferUnderflowException e) {
            return null;
        }
    }

    /** Several texts decode to the same bytes; only one was issued. */
    private static byte @Nullable [] decode(String token) {
        if (token.length() > MAX_CHARS) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] hmac(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + HMAC, e);
        }
    }
}
