package io.groundswell.suite.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.groundswell.suite.Ports;
import io.groundswell.suite.state.Secrets;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

@DisplayName("The local issuer")
class TokenIssuerTest {

    private static final String SECRET = "known-to-services-only";

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private int port;
    private TokenIssuer issuer;

    @BeforeEach
    void start() {
        port = Ports.free().of(Ports.ISSUER);
        issuer = startIssuer();
    }

    @AfterEach
    void stop() {
        issuer.close();
        http.close();
    }

    @Test
    @DisplayName("gives a client that names itself in the form its claims")
    void form() throws Exception {
        // When
        HttpResponse<String> answer = ask("localhost", "&client_id=marketer&client_secret=any", "");

        // Then
        JWTClaimsSet claims = claims(answer);
        assertThat(claims.getSubject()).isEqualTo("marketer");
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:" + port + "/groundswell");
        assertThat(claims.getAudience()).containsExactly("groundswell");
        assertThat(claims.getStringClaim("workspace")).isEqualTo("demo");
        assertThat(List.of(claims.getStringClaim("scope").split(" "))).contains("campaigns:write", "admin")
                .doesNotContain("employee", "events:read");
    }

    @Test
    @DisplayName("gives a service that names itself in the header its claims")
    void header() throws Exception {
        // When
        HttpResponse<String> answer = ask("localhost", "", Clients.SERVICE + ":" + SECRET);

        // Then
        assertThat(claims(answer).getStringClaim("workspace")).isEqualTo("*");
        assertThat(claims(answer).getStringClaim("scope")).isEqualTo("events:read");
    }

    @Test
    @DisplayName("refuses a service with a wrong secret")
    void wrongSecret() throws Exception {
        // When
        HttpResponse<String> answer = ask("localhost", "", Clients.SERVICE + ":guessed");

        // Then
        assertThat(answer.statusCode()).isBetween(400, 401);
        assertThat(answer.body()).contains("invalid_client").doesNotContain("access_token");
    }

    @Test
    @DisplayName("refuses a client it does not know")
    void unknown() throws Exception {
        // When
        HttpResponse<String> answer = ask("localhost", "&client_id=nobody&client_secret=any", "");

        // Then
        assertThat(answer.statusCode()).isBetween(400, 401);
    }

    @Test
    @DisplayName("lets a person choose a workspace, and a service not")
    void workspace() throws Exception {
        // When
        HttpResponse<String> person = ask("localhost", "&client_id=employee&client_secret=any&workspace=acme", "");
        HttpResponse<String> service = ask("localhost", "&workspace=acme", Clients.SERVICE + ":" + SECRET);

        // Then
        assertThat(claims(person).getStringClaim("workspace")).isEqualTo("acme");
        assertThat(service.statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("names itself the same whichever name it was called by")
    void oneName() throws Exception {
        // When
        HttpResponse<String> answer = ask("127.0.0.1", "&client_id=marketer&client_secret=any", "");

        // Then
        assertThat(claims(answer).getIssuer()).isEqualTo("http://localhost:" + port + "/groundswell");
    }

    @Test
    @DisplayName("still vouches after a restart for the tokens from before")
    void restart() throws Exception {
        // Given
        SignedJWT token = SignedJWT.parse(issuer.token(Clients.MARKETER));
        issuer.close();

        // When
        issuer = startIssuer();

        // Then
        assertThat(vouchesFor(token)).isTrue();
    }

    private TokenIssuer startIssuer() {
        return TokenIssuer.start(port, Clients.of(SECRET), Secrets.in(directory.resolve("secrets")));
    }

    private HttpResponse<String> ask(String host, String form, String basic) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/groundswell/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials" + form));
        if (!basic.isEmpty()) {
            request.header("Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private boolean vouchesFor(SignedJWT token) throws IOException, InterruptedException, ParseException, JOSEException {
        String keys = http
                .send(HttpRequest.newBuilder(URI.create(issuer.url() + "/jwks")).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return token.verify(new RSASSAVerifier(JWKSet.parse(keys).getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey()));
    }

    private static JWTClaimsSet claims(HttpResponse<String> answer) throws ParseException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String token = answer.body().replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        return SignedJWT.parse(token).getJWTClaimsSet();
    }
}
