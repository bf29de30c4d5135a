package io.groundswell.suite.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;

import io.groundswell.suite.issuer.TokenIssuer;

/**
 * What a person needs once a suite is ready.
 *
 * @param gateway where the public API is
 * @param issuer where tokens come from
 * @param databasePort where PostgreSQL listens
 * @param state the folder of data and logs
 * @param marketerToken a token of a person who runs campaigns
 * @param employeeToken a token of a person who shares posts
 */
record Summary(URI gateway, URI issuer, int databasePort, Path state, String marketerToken, String employeeToken) {

    void print(PrintWriter out) {
        out.printf("""

                  API        %1$s/v1
                  API pages  %1$s/docs
                  OpenAPI    %1$s/v1/openapi
                  Issuer     %2$s
                  Database   127.0.0.1:%3$d  creator, campaign, advocacy (passwords in %4$s/secrets)
                  Logs       %4$s/log

                Tokens, good for %5$d hours (./groundswell token marketer gives a new one):

                marketer  %6$s

                employee  %7$s

                Try it:

                curl -H 'Authorization: Bearer %6$s' %1$s/v1/campaigns

                """, gateway, issuer, databasePort, state, TokenIssuer.lifetime().toHours(), marketerToken, employeeToken);
        out.flush();
    }
}
