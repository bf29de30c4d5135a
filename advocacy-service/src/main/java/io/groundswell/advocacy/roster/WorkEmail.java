package io.groundswell.advocacy.roster;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/**
 * An e-mail address at work.
 *
 * @param address as it was written, without surrounding space
 * @param key the address folded: equal keys are one mailbox as far as anyone's mail system in use is concerned, although RFC
 *            5321 would let the local part differ by case
 */
public record WorkEmail(String address, String key) {
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;
    private static final Pattern LOCAL = Pattern
            .compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern
            .compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])");

    /**
     * Reads an address.
     *
     * @param field the member it comes from
     * @throws InvalidValue when it is none: {@code required} or {@code invalid-email}
     */
    public static WorkEmail parse(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidValue(field, "required", field + " is required.");
        }
        String address = text.strip();
        int at = address.lastIndexOf('@');
        String local = at < 0 ? "" : address.substring(0, at);
        String domain = at < 0 ? "" : asciiDomain(address.substring(at + 1));
        if (address.length() > MAX_LENGTH || local.length() > MAX_LOCAL_LENGTH || !LOCAL.matcher(local).matches()
                || !DOMAIN.matcher(domain).matches()) {
            throw new InvalidValue(field, "invalid-email",
                    field + " must be an e-mail address of at most %d characters, such as ada@demo.example."
                            .formatted(MAX_LENGTH));
        }
        return new WorkEmail(address,
                Normalizer.normalize(local, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT) + "@" + domain);
    }

    /** Returns the key of an address that someone else vouches for, or null when it is no address. */
    public static @Nullable String keyOf(@Nullable String text) {
        try {
            return parse("email", text).key();
        } catch (InvalidValue e) {
            return null;
        }
    }

    /** An international name and its ASCII form are one domain. Empty when it is no domain. */
    private static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
