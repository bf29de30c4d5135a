package io.groundswell.gateway.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import io.groundswell.kit.precondition.EntityTag;

/** A file of this build as it is sent. */
record Asset(String contentType, String text, EntityTag tag) {
    private static final String FOLDER = "/gallery/";
    private static final int TAG_BYTES = 15;

    /**
     * Reads a file.
     *
     * @throws UncheckedIOException when the build left it out
     */
    static Asset read(String file) {
        try (InputStream in = Asset.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IOException(file + " is not in this build");
            }
            return of(typeOf(file), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file with its own text in place of a name in braces. */
    Asset with(String name, String value) {
        return of(contentType, text.replace("{" + name + "}", value));
    }

    private static Asset of(String contentType, String text) {
        return new Asset(contentType, text, new EntityTag(digest(text)));
    }

    private static String typeOf(String file) {
        return switch (file.substring(file.lastIndexOf('.'))) {
            case ".js" -> "text/javascript;charset=UTF-8";
            case ".css" -> "text/css;charset=UTF-8";
            default -> "text/html;charset=UTF-8";
        };
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
