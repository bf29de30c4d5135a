package io.groundswell.suite.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.suite.SuiteException;

/** Asks the issuer of a suite in another process for a token, as any client would. */
final class TokenRequest {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final URI issuer;

    TokenRequest(URI issuer) {
        this.issuer = issuer;
    }

    /**
     * {@return a token of the client's own workspace}
     *
     * @param client a client that stands for a person
     */
    String send(String client) {
        return send(client, null);
    }

    /**
     * {@return a token}
     *
     * @param client a client that stands for a person
     * @param workspace the workspace; null for the client's own
     * @throws SuiteException when the issuer does not know the client or does not answer
     */
    String send(String client, @Nullable String workspace) {
        String form = "grant_type=client_credentials&client_secret=local&client_id="
                + URLEncoder.encode(client, StandardCharsets.UTF_8)
                + (workspace == null ? "" : "&workspace=" + URLEncoder.encode(workspace, StandardCharsets.UTF_8));
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(issuer + "/token").toURL().openConnection();
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(5000);
            connection.setDoOutput(true);
            connection.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new SuiteException(
                        "The issuer gives no such token to " + client + "; it knows marketer, employee and stranger.");
            }
            try (InputStream body = connection.getInputStream()) {
                Matcher token = ACCESS_TOKEN.matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8));
                if (!token.find()) {
                    throw new SuiteException("The issuer's answer holds no token.");
                }
                return token.group(1);
            }
        } catch (IOException e) {
            throw new SuiteException("The issuer at " + issuer + " does not answer.", e);
        }
    }
}
