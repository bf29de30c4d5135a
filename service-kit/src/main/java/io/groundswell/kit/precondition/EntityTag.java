package io.groundswell.kit.precondition;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A strong entity tag (RFC 9110 §8.8.3).
 *
 * @param opaque what stands between the quotes
 */
public record EntityTag(String opaque) {
    /** RFC 9110: any visible character but the quote. */
    private static final Pattern OPAQUE = Pattern.compile("[\\x21\\x23-\\x7E\\x80-\\xFF]*");

    /** Checks that the tag can be written in a header. */
    public EntityTag {
        if (!OPAQUE.matcher(opaque).matches()) {
            throw new IllegalArgumentException("not an entity tag: " + opaque);
        }
    }

    /** Returns the tag of one version of one thing. */
    public static EntityTag of(UUID id, long version) {
        return new EntityTag(id + "." + version);
    }

    /** Returns the header's value, in quotes. */
    public String headerValue() {
        return '"' + opaque + '"';
    }

    @Override
    public String toString() {
        return headerValue();
    }
}
