package io.groundswell.kit.erasure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.groundswell.kit.secret.ConfiguredKey;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.Startup;

/**
 * Marks what identified a person: the first 128 bits of HMAC-SHA-256 over workspace, kind and identifier, which the database
 * has a compact type for. With the key a service recognises the person when told of it again; without the key a mark says
 * nothing, and the marks of two workspaces have nothing in common. All services of an installation have one key, so that
 * they can tell each other marks in place of names; it must never change, or the erased could come back.
 */
@Startup
@Singleton
@IfBuildProperty(name = "groundswell.database", stringValue = "true", enableIfMissing = true)
public class ErasureMarks {
    /** The property that holds the key. */
    static final String PROPERTY = "groundswell.erasure-key";
    private static final String HMAC = "HmacSHA256";
    private static final char SEPARATOR = '\0';

    private final SecretKeySpec key;

    /**
     * Reads the key, so that a service without one refuses to start.
     *
     * @throws IllegalStateException when the key is missing, not base64 or shorter than 32 bytes
     */
    @Inject
    public ErasureMarks(@ConfigProperty(name = PROPERTY) Optional<String> key) {
        this(key.orElse(""));
    }

    /** Makes marks with a key outside of CDI: base64 of at least 32 bytes. */
    public ErasureMarks(String key) {
        this.key = ConfiguredKey.parse(PROPERTY, key).as(HMAC);
    }

    /**
     * Marks an account by the network's own id.
     *
     * @param network the network's name in capitals, as the API writes it
     */
    public UUID ofUserId(Workspace workspace, String network, String userId) {
        return mark(workspace, "user-id", network, userId);
    }

    /**
     * Marks an account by its handle.
     *
     * @param network the network's name in capitals, as the API writes it
     * @param foldedHandle without {@code @}, after NFKC case folding
     */
    public UUID ofHandle(Workspace workspace, String network, String foldedHandle) {
        return mark(workspace, "handle", network, foldedHandle);
    }

    /**
     * Marks a person by an e-mail address.
     *
     * @param foldedAddress the form in which the service compares addresses
     */
    public UUID ofEmail(Workspace workspace, String foldedAddress) {
        return mark(workspace, "e-mail", "", foldedAddress);
    }

    /** No part can hold the separator: identifiers with U+0000 are refused wherever they are read. */
    private UUID mark(Workspace workspace, String kind, String network, String identifier) {
        String content = workspace.key() + SEPARATOR + kind + SEPARATOR + network + SEPARATOR + identifier;
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + HMAC, e);
        }
    }
}
