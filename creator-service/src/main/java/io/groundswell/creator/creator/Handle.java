package io.groundswell.creator.creator;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

import com.ibm.icu.text.Normalizer2;

/** The name under which an account is found on its network. */
final class Handle {
    private static final int LONGEST = 200;
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    /** Letters and digits of any script with what networks allow between them; {@code name@server} on Mastodon. */
    private static final Pattern FORM = Pattern
            .compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.·-]*(@[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.-]*)?");

    private Handle() {}

    /**
     * Returns the handle without surrounding space and leading {@code @}; null for a blank one.
     *
     * @throws InvalidValue when it cannot be a handle
     */
    static @Nullable String read(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        String bare = stripped.charAt(0) == '@' || stripped.charAt(0) == '＠' ? stripped.substring(1) : stripped;
        if (bare.length() > LONGEST) {
            throw new InvalidValue(field, "too-long", "A handle may have %d characters at most.".formatted(LONGEST));
        }
        if (!FORM.matcher(bare).matches()) {
            throw new InvalidValue(field, "invalid-handle",
                    "A handle has letters, digits, dots, hyphens and underscores, such as mila.pours; no link and no space.");
        }
        return bare;
    }

    /** Returns the form in which handles are compared. */
    static String key(String handle) {
        return NFKC_CASEFOLD.normalize(handle);
    }
}
