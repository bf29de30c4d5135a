package io.groundswell.campaign.gallery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/**
 * Addresses that other people's browsers are led to: {@code https} on the public internet. Nothing is looked up: a name that
 * leads to a private address is that name's owner's doing, and browsers are told nothing by it.
 */
public final class WebAddress {
    private static final int LONGEST = 2048;
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
            return !address.isAnyLocalAddress() && !address.isLoopbackAddress() && !address.isLinkLocalAddress()
                    && !address.isSiteLocalAddress() && !address.isMulticastAddress()
                    && (address instanceof Inet4Address ? isPublic4(address.getAddress()) : isPublic6(address.getAddress()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What the JDK does not know: this network, shared, protocol assignments, documentation, benchmarks, reserved (RFC 6890). */
    private static boolean isPublic4(byte[] address) {
        int a = address[0] & 0xff;
        int b = address[1] & 0xff;
        int c = address[2] & 0xff;
        return a != 0 && a < 240 && !(a == 100 && b >= 64 && b < 128) && !(a == 192 && b == 0 && (c == 0 || c == 2))
                && !(a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100))) && !(a == 203 && b == 0 && c == 113);
    }

    /** Global unicast is 2000::/3; within it, Teredo and 6to4 carry IPv4 addresses, and 2001:db8::/32 is for documents. */
    private static boolean isPublic6(byte[] address) {
        int first = ((address[0] & 0xff) << 8) | (address[1] & 0xff);
        int second = ((address[2] & 0xff) << 8) | (address[3] & 0xff);
        return first >> 13 == 1 && first != 0x2002 && !(first == 0x2001 && (second == 0 || second == 0xdb8));
    }
}
