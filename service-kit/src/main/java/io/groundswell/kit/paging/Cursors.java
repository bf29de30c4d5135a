package io.groundswell.kit.paging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.secret.ConfiguredKey;
import io.quarkus.runtime.Startup;

/**
 * Makes and reads cursors. A cursor is base64url of {@code version, direction, keys, tag}; the tag is the first 16 bytes
 * of HMAC-SHA-256 over scope and content, so a cursor that was changed, cut, or made for another list, filter or
 * workspace does not open. The keys are authenticated, not hidden: they are values of rows that the client was shown.
 */
@Startup
@Singleton
public class Cursors {
    private static final String PROPERTY = "groundswell.signing-key";
    private static final byte VERSION = 1;
    private static final byte FORWARDS = 0;
    private static final byte BACKWARDS = 1;
    private static final int TAG_BYTES = 16;
    private static final int MAX_CHARS = 4096;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * Reads the key, so that a service without one refuses to start.
     *
     * @throws IllegalStateException when the key is missing, not base64 or shorter than 32 bytes
     */
    @Inject
    public Cursors(@ConfigProperty(name = PROPERTY) Optional<String> signingKey) {
        this(signingKey.orElse(""));
    }

    /** Makes cursors with a key outside of CDI: base64 of at least 32 bytes. */
    public Cursors(String signingKey) {
        this.key = ConfiguredKey.parse(PROPERTY, signingKey).as(HMAC);
    }

    /** Returns the cursor of the page that follows the row with these keys. */
    public String seal(CursorScope scope, List<String> keys) {
        return seal(scope, new Cursor(Cursor.Direction.NEXT, keys));
    }

    /** Returns the cursor as text for the client. */
    public String seal(CursorScope scope, Cursor cursor) {
        byte[] content = encode(cursor);
        byte[] sealed = Arrays.copyOf(content, content.length + TAG_BYTES);
        System.arraycopy(tag(scope, content), 0, sealed, content.length, TAG_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * Reads a cursor that a client sent.
     *
     * @throws ProblemException 400 {@code invalid-cursor} when it was not made by {@link #seal} for this scope
     */
    public Cursor open(CursorScope scope, String text) {
        byte[] sealed = decode(text);
        if (sealed.length <= TAG_BYTES) {
            throw refused();
        }
        byte[] content = Arrays.copyOf(sealed, sealed.length - TAG_BYTES);
        byte[] tag = Arrays.copyOfRange(sealed, content.length, sealed.length);
        if (!MessageDigest.isEqual(tag, tag(scope, content))) {
            throw refused();
        }
        return read(content);
    }

    /** Reads a cursor that a client may have sent; null when it did not. */
    public @Nullable Cursor openIfPresent(CursorScope scope, @Nullable String text) {
        return text == null ? null : open(scope, text);
    }

    /**
     * Makes a page of the rows that were read.
     *
     * @param scope what the list was asked for with
     * @param at where reading began; null for the first page
     * @param limit size of the page; {@link Limit#rows()} rows were asked for
     * @param rows what was read, in the order of reading: against the list's order when {@code at} goes backwards
     * @param keys what a row is sorted by
     * @param view what the client sees of a row
     */
    public <R, T> Page<T> page(CursorScope scope, @Nullable Cursor at, Limit limit, List<R> rows,
            Function<? super R, List<String>> keys, Function<? super R, ? extends T> view) {
        boolean more = rows.size() > limit.value();
        boolean backwards = at != null && at.backwards();
        List<R> shown = more ? rows.subList(0, limit.value()) : rows;
        if (backwards) {
            shown = shown.reversed();
        }
        String next = null;
        String prev = null;
        if (!shown.isEmpty()) {
            if (backwards || more) {
                next = seal(scope, new Cursor(Cursor.Direction.NEXT, keys.apply(shown.getLast())));
            }
            if (backwards ? more : at != null) {
                prev = seal(scope, new Cursor(Cursor.Direction.PREV, keys.apply(shown.getFirst())));
            }
        }
        List<T> items = new ArrayList<>(shown.size());
        shown.forEach(row -> items.add(view.apply(row)));
        return new Page<>(items, new PageLinks(next, prev));
    }

    private static byte[] encode(Cursor cursor) {
        List<byte[]> keys = cursor.keys().stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
        ByteBuffer content = ByteBuffer.allocate(3 + keys.stream().mapToInt(bytes -> Short.BYTES + bytes.length).sum());
        content.put(VERSION).put(cursor.backwards() ? BACKWARDS : FORWARDS).put((byte) keys.size());
        for (byte[] bytes : keys) {
            if (bytes.length > Short.MAX_VALUE) {
                throw new IllegalArgumentException("a cursor's key is longer than " + Short.MAX_VALUE + " bytes");
            }
            content.putShort((short) bytes.length).put(bytes);
        }
        return content.array();
    }

    /** Reads what {@link #encode} wrote. The tag has been checked, so anything odd here is of another version. */
    private static Cursor read(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        if (in.get() != VERSION) {
            throw refused();
        }
        Cursor.Direction direction = in.get() == BACKWARDS ? Cursor.Direction.PREV : Cursor.Direction.NEXT;
        int count = in.get();
        List<String> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[in.getShort()];
            in.get(bytes);
            keys.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return new Cursor(direction, keys);
    }

    private byte[] tag(CursorScope scope, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] about = scope.canonical().getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(about.length).array());
            mac.update(about);
            return Arrays.copyOf(mac.doFinal(content), TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    private static byte[] decode(String text) {
        if (text.length() > MAX_CHARS) {
            throw refused();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            // several texts decode to the same bytes (spare bits of the last character, padding); only one was issued
            if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
                throw refused();
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static ProblemException refused() {
        return ProblemException.of(ProblemType.INVALID_CURSOR,
                "Use the cursor exactly as it came in page.next or page.prev, with the same filters, or leave it out.",
                List.of(FieldError.parameter("cursor", "invalid",
                        "This cursor was not issued for this list with these filters.")));
    }
}
