package io.groundswell.suite.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.groundswell.suite.SuiteException;
import io.groundswell.suite.state.Secrets;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** The local issuer, running in this process: discovery, keys and the client-credentials grant under one fixed URL. */
public final class TokenIssuer implements AutoCloseable {

    private static final String ISSUER_ID = "groundswell";
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final int KEY_BITS = 2048;

    private final MockOAuth2Server server;
    private final OAuth2TokenProvider tokens;
    private final ClientClaims claims;
    private final URI url;

    private TokenIssuer(MockOAuth2Server server, OAuth2TokenProvider tokens, ClientClaims claims, URI url) {
        this.server = server;
        this.tokens = tokens;
        this.claims = claims;
        this.url = url;
    }

    /**
     * {@return the issuer's URL, as it stands in {@code iss}}
     *
     * @param port where it will listen
     */
    public static URI url(int port) {
        return URI.create("http://localhost:" + port + "/" + ISSUER_ID);
    }

    /**
     * {@return the issuer, answering}
     *
     * @param port where to listen on 127.0.0.1
     * @param clients who may ask for tokens
     * @param secrets where the signing key is kept; made when missing
     * @throws SuiteException when it cannot listen there
     */
    public static TokenIssuer start(int port, List<Client> clients, Secrets secrets) {
        URI url = url(port);
        OAuth2TokenProvider tokens = new OAuth2TokenProvider(new KeyProvider(List.of(signingKey(secrets))));
        ClientClaims claims = new ClientClaims(ISSUER_ID, url.toString(), clients, LIFETIME);
        MockOAuth2Server server = new MockOAuth2Server(
                new OAuth2Config(false, null, null, false, tokens, Set.of(claims), new MockWebServerWrapper()));
        try {
            server.start(InetAddress.getByAddress("localhost", new byte[]{127, 0, 0, 1}), port);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new SuiteException("The token issuer cannot listen on port " + port + ".", e);
        }
        return new TokenIssuer(server, tokens, claims, url);
    }

    /** {@return the issuer's URL, as it stands in {@code iss}} */
    public URI url() {
        return url;
    }

    /** {@return how long a token is good for} */
    public static Duration lifetime() {
        return LIFETIME;
    }

    /**
     * {@return a token as that client would get it}
     *
     * @param clientId a client that stands for a person
     */
    public String token(String clientId) {
        return server.issueToken(ISSUER_ID, clientId, claims).serialize();
    }

    /**
     * {@return a token as that client would get it for another workspace}
     *
     * @param clientId a client that stands for a person
     * @param workspace any workspace
     */
    public String token(String clientId, String workspace) {
        return token(claims.of(clientId, workspace), LIFETIME);
    }

    /**
     * {@return a token of this issuer with those claims, for tests}
     *
     * @param own claims; {@code iss} and {@code aud} are added
     * @param lifetime how long it is good for; negative for a token that has expired
     */
    public String token(Map<String, Object> own, Duration lifetime) {
        Map<String, Object> all = new HashMap<>(own);
        all.put("iss", url.toString());
        all.putIfAbsent("aud", "groundswell");
        return tokens.jwt(all, lifetime, ISSUER_ID).serialize();
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static JWK signingKey(Secrets secrets) {
        try {
            return JWK.parse(secrets.value("issuer.key", TokenIssuer::newKey));
        } catch (ParseException e) {
            throw new SuiteException(
                    "The issuer's signing key in the secrets cannot be read; delete the line issuer.key and start again.", e);
        }
    }

    private static String newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS).keyUse(KeyUse.SIGNATURE).keyID(ISSUER_ID).generate().toJSONString();
        } catch (JOSEException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
