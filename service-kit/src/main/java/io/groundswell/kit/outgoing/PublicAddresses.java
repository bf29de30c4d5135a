package io.groundswell.kit.outgoing;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of the open internet from all others: private, shared, loopback, link-local, multicast, reserved, and those that
 * embed one of these. After the registries of special-purpose addresses of RFC 6890 for both versions of IP.
 */
public final class PublicAddresses {
    private static final int IPV4_BYTES = 4;

    private PublicAddresses() {}

    /** Tells whether the address is one of the open internet. */
    public static boolean contains(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublicOrEmbedsPublic(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(byte[] a) {
        int first = a[0] & 0xff;
        int second = a[1] & 0xff;
        int third = a[2] & 0xff;
        return first != 0 && first != 10 && first != 127 && first < 224
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 169 && second == 254)
                && !(first == 172 && second >= 16 && second < 32)
                && !(first == 192 && second == 168)
                && !(first == 192 && second == 0 && (third == 0 || third == 2))
                && !(first == 192 && second == 88 && third == 99)
                && !(first == 198 && (second == 18 || second == 19))
                && !(first == 198 && second == 51 && third == 100)
                && !(first == 203 && second == 0 && third == 113);
    }

    /** Only 2000::/3 is given out; within it lie documentation, tunnels and translations, which lead to addresses they embed. */
    private static boolean isPublicOrEmbedsPublic(byte[] a) {
        if (startsWith(a, 0x00, 0x64, 0xff, 0x9b)) {
            return embedsPublic(a, 12);
        }
        if ((a[0] & 0xe0) != 0x20 || startsWith(a, 0x20, 0x01, 0x0d, 0xb8) || startsWith(a, 0x3f, 0xff)) {
            return false;
        }
        if (startsWith(a, 0x20, 0x02)) {
            return embedsPublic(a, 2);
        }
        return !(startsWith(a, 0x20, 0x01) && (a[2] & 0xfe) == 0);
    }

    private static boolean embedsPublic(byte[] address, int at) {
        try {
            return contains(InetAddress.getByAddress(Arrays.copyOfRange(address, at, at + IPV4_BYTES)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    private static boolean startsWith(byte[] address, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((address[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
