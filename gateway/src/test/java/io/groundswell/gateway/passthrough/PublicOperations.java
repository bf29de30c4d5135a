package io.groundswell.gateway.passthrough;

import java.util.Arrays;

import io.groundswell.gateway.upstream.Upstream;

/** Tells which paths of a contract are public, by asking what decides about requests. */
public final class PublicOperations {
    private PublicOperations() {}

    /** Tells whether requests for the path, whose parameters are in braces, reach the service. */
    public static boolean isOf(Upstream upstream, String path) {
        return PublicPaths.upstreamOf(path.replaceAll("\\{[^}]*\\}", "0")) == upstream;
    }

    /** Tells whether requests for the path reach any service. */
    public static boolean isOfAny(String path) {
        return Arrays.stream(Upstream.values()).anyMatch(upstream -> isOf(upstream, path));
    }
}
