package io.groundswell.suite.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;

import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * Gives each client its claims, whichever way it names itself: the issuer's own request mappings see a client id in the form only, and most clients send it in the
 * {@code Authorization} header.
 */
final class ClientClaims implements OAuth2TokenCallback {

    private static final String AUDIENCE = "groundswell";
    private static final String WORKSPACE = "workspace";

    private final String issuerId;
    private final String issuerUrl;
    private final Map<String, Client> clients;
    private final Duration lifetime;

    ClientClaims(String issuerId, String issuerUrl, List<Client> clients, Duration lifetime) {
        this.issuerId = issuerId;
        this.issuerUrl = issuerUrl;
        this.clients = clients.stream().collect(Collectors.toUnmodifiableMap(Client::id, Function.identity()));
        this.lifetime = lifetime;
    }

    @Override
    public String issuerId() {
        return issuerId;
    }

    @Override
    public String subject(TokenRequest request) {
        return String.valueOf(client(request).claims().get("sub"));
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(AUDIENCE);
    }

    /** The issuer would otherwise name itself after the host in the request, and services accept one name only. */
    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        Client client = client(request);
        List<String> workspace = request.getCustomParameter(WORKSPACE);
        Map<String, Object> claims = new HashMap<>(
                workspace == null || workspace.isEmpty() ? client.claims() : claims(client, workspace.getFirst()));
        claims.put("iss", issuerUrl);
        return claims;
    }

    /** What that client's token says in another workspace. */
    Map<String, Object> of(String clientId, String workspace) {
        Client client = clients.get(clientId);
        if (client == null) {
            throw new IllegalArgumentException("no client " + clientId + "; there are " + clients.keySet());
        }
        return claims(client, workspace);
    }

    /** A person may work in any workspace of this machine; the services' own client may not choose. */
    private static Map<String, Object> claims(Client client, String workspace) {
        if (client.secret() != null || !workspace.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new OAuth2Exception(OAuth2Error.INVALID_REQUEST, client.id() + " cannot have workspace " + workspace);
        }
        Map<String, Object> claims = new HashMap<>(client.claims());
        claims.put(WORKSPACE, workspace);
        return claims;
    }

    @Override
    public long tokenExpiry() {
        return lifetime.toSeconds();
    }

    private Client client(TokenRequest request) {
        String id = request.getClientAuthentication() != null
                ? request.getClientAuthentication().getClientID().getValue()
                : request.getClientID() != null ? request.getClientID().getValue() : "";
        Client client = clients.get(id);
        if (client == null || !knows(client.secret(), request)) {
            throw new OAuth2Exception(OAuth2Error.INVALID_CLIENT, "unknown client or wrong secret: " + id);
        }
        return client;
    }

    private static boolean knows(@Nullable String secret, TokenRequest request) {
        if (secret == null) {
            return true;
        }
        return request.getClientAuthentication() instanceof PlainClientSecret presented
                && MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8),
                        presented.getClientSecret().getValue().getBytes(StandardCharsets.UTF_8));
    }
}
