package io.groundswell.kit.testing;

import java.util.Base64;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** What every service under test is configured with: it trusts {@link TestTokens} and listens on any free port. */
public final class TokenTestResource implements QuarkusTestResourceLifecycleManager {

    /** Returns the configuration, for resources that add to it. */
    public static Map<String, String> config() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        return Map.of("groundswell.signing-key", key, "groundswell.erasure-key", key,
                "quarkus.oidc.auth-server-url", "",
                "quarkus.oidc.public-key", TestTokens.publicKey(),
                "quarkus.http.test-port", "0");
    }

    @Override
    public Map<String, String> start() {
        return config();
    }

    @Override
    public void stop() {
        // Nothing runs.
    }
}
