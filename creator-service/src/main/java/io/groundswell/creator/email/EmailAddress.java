package io.groundswell.creator.email;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/**
 * An e-mail address in the form in which addresses are compared: NFKC, lower case, the domain in ASCII (IDNA). Dots and what
 * follows a plus sign are kept: that they do not matter is true of some providers only.
 */
public record EmailAddress(String normalised) {
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;
    private static final Pattern LOCAL = Pattern
            .compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*+");
    private static final Pattern DOMAIN = Pattern
            .compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])");

    /**
     * Reads an address; null for absent or blank.
     *
     * @throws InvalidValue {@code invalid-email} when it is none
     */
    public static @Nullable EmailAddress read(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String address = text.strip();
        int at = address.lastIndexOf('@');
        String local = at < 0
                ? ""
                : Normalizer.normalize(address.substring(0, at), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String domain = at < 0 || address.length() > MAX_LENGTH ? "" : asciiDomain(address.substring(at + 1));
        if (local.length() > MAX_LOCAL_LENGTH || !DOMAIN.matcher(domain).matches() || !LOCAL.matcher(local).matches()) {
            throw new InvalidValue(field, "invalid-email",
                    "Must be an e-mail address of at most %d characters, such as ada@shop.example.".formatted(MAX_LENGTH));
        }
        return new EmailAddress(local + "@" + domain);
    }

    /** An international name and its ASCII form are one domain. Empty when it is no domain. */
    private static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Never the address itself, which must not reach a log. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
