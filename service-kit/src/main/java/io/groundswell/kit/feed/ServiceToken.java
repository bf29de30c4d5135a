package io.groundswell.kit.feed;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientConfigBuilder;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.smallrye.mutiny.Uni;

/**
 * This service's own bearer token, by the client credentials grant. The client is made when a token is first needed and not
 * at the start, so that an issuer that is not there yet delays the first token and nothing else.
 */
@ApplicationScoped
@IfBuildProperty(name = "groundswell.database", stringValue = "true", enableIfMissing = true)
class ServiceToken {
    private static final String SCOPE = "events:read";

    private final OidcClients clients;
    private final Optional<String> issuer;
    private final Optional<String> clientId;
    private final Optional<String> clientSecret;
    private final AtomicReference<@Nullable OidcClient> client = new AtomicReference<>();
    private final AtomicReference<@Nullable Tokens> tokens = new AtomicReference<>();

    ServiceToken(OidcClients clients, @ConfigProperty(name = "groundswell.issuer-url") Optional<String> issuer,
            @ConfigProperty(name = "groundswell.client-id") Optional<String> clientId,
            @ConfigProperty(name = "groundswell.client-secret") Optional<String> clientSecret) {
        this.clients = clients;
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** Tells whether the installation gave this service credentials. */
    boolean isConfigured() {
        return issuer.isPresent() && clientId.isPresent() && clientSecret.isPresent();
    }

    /** Returns a token that is still valid; fails when the issuer gives none. */
    Uni<String> get() {
        Tokens known = tokens.get();
        if (known != null && !known.isAccessTokenExpired() && !known.isAccessTokenWithinRefreshInterval()) {
            return Uni.createFrom().item(known.getAccessToken());
        }
        return client().chain(OidcClient::getTokens).invoke(tokens::set).map(Tokens::getAccessToken);
    }

    /** Makes the next call ask the issuer again: the token was not accepted. */
    void forget() {
        tokens.set(null);
    }

    private Uni<OidcClient> client() {
        OidcClient known = client.get();
        return known != null
                ? Uni.createFrom().item(known)
                : clients.newClient(config()).invoke(client::set);
    }

    private OidcClientConfig config() {
        return new OidcClientConfigBuilder()
                .id("groundswell-service")
                .authServerUrl(issuer.orElseThrow())
                .clientId(clientId.orElseThrow())
                .credentials(clientSecret.orElseThrow())
                .grant(OidcClientConfig.Grant.Type.CLIENT)
                .scopes(SCOPE)
                .refreshTokenTimeSkew(java.time.Duration.ofSeconds(30))
                .build();
    }
}
