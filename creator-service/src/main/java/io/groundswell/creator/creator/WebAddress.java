package io.groundswell.creator.creator;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

import com.ibm.icu.text.IDNA;

/** The address of a person's own site. Two spellings of one address become one text, so that sites can be compared. */
final class WebAddress {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int LARGEST_PORT = 65_535;
    /** Scheme, authority, and the rest; the scheme may be missing, as people write addresses. */
    private static final Pattern FORM = Pattern.compile("(?:(https?)://)?([^/?#\\\\\\s]+)([^#\\s]*)(?:#.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY = Pattern.compile("([^:@]+?)\\.?(?::(\\d{1,5}))?");
    /** A name with a dot that ends in a letter: neither a bare word nor an address of a machine. */
    private static final Pattern HOST = Pattern.compile("(?:[a-z0-9_-]+\\.)+[a-z][a-z0-9-]*");
    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ);

    private WebAddress() {}

    /**
     * Returns the address with its scheme, host in ASCII and lower case, without default port, fragment or a path of
     * {@code /} alone; null for null.
     *
     * @throws InvalidValue when it is no http or https address of a named host
     */
    static @Nullable String read(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher address = FORM.matcher(text);
        Matcher authority = AUTHORITY.matcher(address.matches() ? address.group(2) : "");
        if (!authority.matches()) {
            throw refused(field);
        }
        String scheme = address.group(1) == null ? "https" : address.group(1).toLowerCase(Locale.ROOT);
        String rest = address.group(3).equals("/") ? "" : address.group(3);
        try {
            return new URI(scheme + "://" + host(field, authority.group(1)) + port(field, scheme, authority.group(2)) + rest)
                    .toASCIIString();
        } catch (URISyntaxException e) {
            throw refused(field);
        }
    }

    private static String host(String field, String name) {
        IDNA.Info info = new IDNA.Info();
        String host = NAMES.nameToASCII(name, new StringBuilder(), info).toString().toLowerCase(Locale.ROOT);
        if (info.hasErrors() || !HOST.matcher(host).matches()) {
            throw refused(field);
        }
        return host;
    }

    private static String port(String field, String scheme, @Nullable String digits) {
        if (digits == null) {
            return "";
        }
        int port = Integer.parseInt(digits);
        if (port == 0 || port > LARGEST_PORT) {
            throw refused(field);
        }
        return port == (scheme.equals("https") ? HTTPS_PORT : HTTP_PORT) ? "" : ":" + port;
    }

    private static InvalidValue refused(String field) {
        return new InvalidValue(field, "invalid-url", "Must be an http or https address such as https://milapours.example.");
    }
}
