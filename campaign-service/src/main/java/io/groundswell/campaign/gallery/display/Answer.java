package io.groundswell.campaign.gallery.display;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.EntityTag;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/**
 * A rendered answer, and as of when it is right.
 *
 * @param lease of the workspace whose it is
 * @param revision at which it was read
 * @param untilMillis when the first right of what it shows ends, or it should be made anew for its order; Unix time
 * @param content null when there is no such collection in public
 */
record Answer(Lease lease, String revision, long untilMillis, @Nullable Content content) {
    private static final int OVERHEAD = 600;

    /** Returns roughly how many bytes of memory it takes. */
    int size() {
        return OVERHEAD + (content == null ? 0 : content.plain.length + content.zipped.length);
    }

    /** Tells whether a request that arrived at a time may be answered with it without asking. */
    boolean holds(long arrivedAt, long nowMillis) {
        return nowMillis < untilMillis && lease.holds(revision, arrivedAt);
    }

    /** What is sent, as it is and compressed; each has an entity tag of its own. */
    static final class Content {
        private static final int TAG_BYTES = 15;

        private final String title;
        private final CharSequence contentType;
        private final Encoded plain;
        private final Encoded zipped;

        Content(String title, Format format, byte[] body) {
            this.title = title;
            this.contentType = io.vertx.core.http.HttpHeaders.createOptimized(format.contentType());
            String tag = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest(body), TAG_BYTES));
            this.plain = new Encoded(body, new EntityTag(tag));
            this.zipped = new Encoded(zip(body), new EntityTag(tag + ".gzip"));
        }

        String title() {
            return title;
        }

        CharSequence contentType() {
            return contentType;
        }

        Encoded plain() {
            return plain;
        }

        Encoded zipped() {
            return zipped;
        }

        private static byte[] digest(byte[] body) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(body);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        private static byte[] zip(byte[] body) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3 + 64);
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                zip.write(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    /** Bytes outside of the heap, from where they are sent without being copied; the garbage collector frees them. */
    static final class Encoded {
        private final int length;
        private final ByteBuf bytes;
        private final EntityTag tag;
        private final CharSequence tagHeader;
        private final CharSequence lengthHeader;

        Encoded(byte[] body, EntityTag tag) {
            this.length = body.length;
            this.bytes = Unpooled
                    .unreleasableBuffer(
                            Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(body.length).put(body).flip()).asReadOnly());
            this.tag = tag;
            this.tagHeader = io.vertx.core.http.HttpHeaders.createOptimized(tag.headerValue());
            this.lengthHeader = io.vertx.core.http.HttpHeaders.createOptimized(Integer.toString(body.length));
        }

        EntityTag tag() {
            return tag;
        }

        CharSequence tagHeader() {
            return tagHeader;
        }

        CharSequence lengthHeader() {
            return lengthHeader;
        }

        /** Returns a view of its own for one writer. Vert.x 5 takes such bytes by another name; every other way copies them. */
        @SuppressWarnings("deprecation")
        Buffer buffer() {
            return Buffer.buffer(bytes.duplicate());
        }

        byte[] array() {
            byte[] copy = new byte[length];
            bytes.getBytes(0, copy);
            return copy;
        }
    }
}
