package io.groundswell.gateway.view;

import java.util.Set;

import io.groundswell.kit.workspace.Workspace;

/**
 * On whose behalf services are asked.
 *
 * @param authorization value of the request's own Authorization header, passed on unchanged
 * @param scopes what the token may be used for
 */
record Caller(Workspace workspace, String authorization, Set<String> scopes, String requestId) {
    Caller {
        scopes = Set.copyOf(scopes);
    }

    boolean may(String scope) {
        return scopes.contains(scope);
    }
}
