package io.groundswell.campaign.gallery;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.outgoing.PublicAddresses;
import io.groundswell.kit.problem.InvalidValue;

/**
 * Addresses that other people's browsers are led to: {@code https} on the public internet. Nothing is looked up: a name that
 * leads to a private address is that name's owner's doing, and browsers are told nothing by it.
 */
public final class WebAddress {
    private static final int LONGEST = 2048;
    private static final int IPV4_BYTES = 4;
    private static final Pattern NAME = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]([a-z0-9-]*[a-z0-9])?\\.?");
    /** What browsers read as a number, and so as an IPv4 address, in whatever notation (WHATWG URL §3.5). */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");
    private static final Pattern DOTTED = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    /** Names that never leave a network: RFC 6761, RFC 6762, RFC 9476 and ICANN's reservation. */
    private static final List<String> LOCAL = List.of("localhost", "local", "internal", "intranet", "lan", "home", "corp",
            "private", "test", "invalid", "alt", "onion", "arpa");

    private WebAddress() {}

    /**
     * Returns the address.
     *
     * @throws InvalidValue when it is not public, for the named field
     */
    static String required(String field, @Nullable String address) {
        String stripped = InvalidValue.require(address, field).strip();
        if (!isPublic(stripped)) {
            throw new InvalidValue(field, "invalid-address",
                    "Must be an https address on the public internet, without a user name, of %d characters at most."
                            .formatted(LONGEST));
        }
        return stripped;
    }

    /** Tells whether an address may be shown: https, a public host, no user name. */
    public static boolean isPublic(String address) {
        if (address.length() > LONGEST) {
            return false;
        }
        try {
            URI uri = new URI(address);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getRawUserInfo() == null && uri.getHost() != null
                    && address.chars().allMatch(character -> character > ' ' && character < 0x7f)
                    && isPublicHost(uri.getHost().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isPublicHost(String host) {
        if (host.startsWith("[")) {
            return isPublicLiteral(host.substring(1, host.length() - 1));
        }
        if (ENDS_IN_NUMBER.matcher(host).matches()) {
            return DOTTED.matcher(host).matches() && isPublicLiteral(host);
        }
        return host.length() <= 253 && NAME.matcher(host).matches() && !isLocalName(host);
    }

    private static boolean isLocalName(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return LOCAL.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static boolean isPublicLiteral(String literal) {
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            return PublicAddresses.contains(address) && !isTranslated(address.getAddress());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** 6to4 (2002::/16) and NAT64 (64:ff9b::/96) stand for other addresses; nobody writes them into a link in good faith. */
    private static boolean isTranslated(byte[] address) {
        return address.length > IPV4_BYTES && (address[0] == 0 || (address[0] == 0x20 && address[1] == 0x02));
    }
}
