package io.groundswell.kit.outgoing;

import java.io.Serial;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;

/**
 * Finds the address to connect to for a host that somebody else named. The name is resolved once, all that it resolves to must be
 * public, and the connection goes to the very address that was looked at: a name that resolves to something else a moment later
 * gains nothing. Every connection and every redirect asks anew.
 */
public final class OutgoingHosts {
    private final Vertx vertx;
    private final Set<String> allowed;

    /**
     * @param allowed hosts that the operator trusts although they are not public, as {@code host} or {@code host:port}
     */
    public OutgoingHosts(Vertx vertx, Collection<String> allowed) {
        this.vertx = vertx;
        this.allowed = allowed.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Tells whether the operator trusts the host, so that it may be private and spoken to without encryption. */
    public boolean isAllowed(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return allowed.contains(name) || allowed.contains(name + ":" + port);
    }

    /**
     * Returns the address to connect to; it keeps the name, which certificates are checked against.
     *
     * @return fails with {@link Refused} when the host is not public, with {@link UnknownHostException} when there is none
     */
    public Future<SocketAddress> resolve(String host, int port) {
        return vertx.executeBlocking(() -> {
            String name = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
            InetAddress[] found = InetAddress.getAllByName(name);
            if (!isAllowed(host, port)) {
                for (InetAddress address : found) {
                    if (!PublicAddresses.contains(address)) {
                        throw new Refused();
                    }
                }
            }
            InetAddress chosen = InetAddress.getByAddress(name, found[0].getAddress());
            return SocketAddress.inetSocketAddress(new InetSocketAddress(chosen, port));
        }, false);
    }

    /** The host is not one of the open internet. Says nothing of what it resolved to. */
    public static final class Refused extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Refused() {
            super("The host is not on the open internet", null, false, false);
        }
    }
}
