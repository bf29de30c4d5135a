package io.groundswell.suite.issuer;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Someone who may ask the local issuer for a token.
 *
 * @param id the client id
 * @param secret its secret; null when the client stands for a person at this machine and any secret will do
 * @param claims what its tokens say
 */
public record Client(String id, @Nullable String secret, Map<String, Object> claims) {

    /** Keeps its own copy of the claims. */
    public Client {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a client needs an id");
        }
        claims = Map.copyOf(claims);
    }
}
