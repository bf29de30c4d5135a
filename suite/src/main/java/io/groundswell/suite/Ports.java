package io.groundswell.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which port everything listens on: six of them, each with what it is for.
 *
 * @param byPurpose the port of each part by name, in the order of their numbers
 */
public record Ports(Map<String, Integer> byPurpose) {

    /** The part that issues tokens. */
    public static final String ISSUER = "token issuer";

    /** The database server. */
    public static final String DATABASE = "PostgreSQL";

    private static final int ISSUER_OFFSET = 4;
    private static final int DATABASE_OFFSET = 5;
    private static final int COUNT = 6;

    /** Checks that every part has a port of its own. */
    public Ports {
        byPurpose = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byPurpose));
        byPurpose.forEach((purpose, port) -> {
            if (port < 1 || port > 65535) {
                throw new SuiteException("Port " + port + " for " + purpose + " is not a port; choose --port between 1 and "
                        + (65536 - COUNT) + ".");
            }
        });
        if (byPurpose.values().stream().distinct().count() != byPurpose.size()) {
            throw new IllegalArgumentException("two parts on one port: " + byPurpose);
        }
    }

    /**
     * {@return consecutive ports}
     *
     * @param first the gateway's port; the others follow it
     * @throws SuiteException when there are not six ports from {@code first} on
     */
    public static Ports from(int first) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        Services.ALL.stream().sorted(java.util.Comparator.comparingInt(ServiceSpec::portOffset))
                .forEach(service -> ports.put(service.name(), first + service.portOffset()));
        ports.put(ISSUER, first + ISSUER_OFFSET);
        ports.put(DATABASE, first + DATABASE_OFFSET);
        return new Ports(ports);
    }

    /** {@return ports the system has just given out as free; another program may still take one before it is used} */
    public static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            Map<String, Integer> ports = new LinkedHashMap<>();
            for (String purpose : from(1).byPurpose().keySet()) {
                ServerSocket socket = new ServerSocket(0, 1, loopback());
                held.add(socket);
                ports.put(purpose, socket.getLocalPort());
            }
            return new Ports(ports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(Ports::closeQuietly);
        }
    }

    /**
     * {@return its port}
     *
     * @param purpose a service's name, {@link #ISSUER} or {@link #DATABASE}
     */
    public int of(String purpose) {
        Integer port = byPurpose.get(purpose);
        if (port == null) {
            throw new IllegalArgumentException("no port for " + purpose);
        }
        return port;
    }

    /** {@return the parts whose port someone listens on already, with the port} */
    public Map<String, Integer> taken() {
        return byPurpose.entrySet().stream().filter(entry -> isTaken(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /**
     * Makes sure that nobody listens on any of these ports.
     *
     * @throws SuiteException when a port is taken; the message names every taken port, what it is for and a way out
     */
    public void requireFree() {
        Map<String, Integer> taken = taken();
        if (!taken.isEmpty()) {
            String list = taken.entrySet().stream().map(entry -> "Port " + entry.getValue() + " (" + entry.getKey() + ")")
                    .collect(Collectors.joining(", "));
            throw new SuiteException(list + (taken.size() == 1 ? " is" : " are")
                    + " taken by another program. Stop that program, or choose other ports: ./groundswell up --port 9080 uses 9080 to 9085.");
        }
    }

    /**
     * Asks twice, because each question alone has a blind spot: binding succeeds on some systems beside a listener on all addresses, and connecting says nothing about a
     * port that is bound without listening.
     */
    private static boolean isTaken(int port) {
        return answers(loopback(), port) || answers(InetAddress.ofLiteral("::1"), port) || !canBind(port);
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    /** Not {@link InetAddress#getLoopbackAddress()}: that may be {@code ::1}, and everything here listens on 127.0.0.1. */
    private static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
