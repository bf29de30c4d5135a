package io.groundswell.kit.testing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Tokens as an issuer would sign them, for a service that trusts {@link #publicKey()}. */
public final class TestTokens {
    private static final KeyPair KEYS = generate();

    private TestTokens() {}

    /** Returns a bearer token of the workspace with the space-separated scopes. */
    public static String token(String workspace, String scopes) {
        return claims(workspace, scopes).sign(KEYS.getPrivate());
    }

    /** Returns a bearer token of a person whose e-mail address the issuer vouches for. */
    public static String token(String workspace, String scopes, String email) {
        return claims(workspace, scopes).claim("email", email).sign(KEYS.getPrivate());
    }

    /** Returns the key that tokens are checked with, as {@code quarkus.oidc.public-key} takes it. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    private static JwtClaimsBuilder claims(String workspace, String scopes) {
        return Jwt.claims().subject("tester").audience("groundswell").claim("workspace", workspace).claim("scope", scopes)
                .expiresIn(3600);
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }
}
