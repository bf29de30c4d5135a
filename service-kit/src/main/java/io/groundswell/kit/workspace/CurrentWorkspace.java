package io.groundswell.kit.workspace;

import jakarta.enterprise.context.RequestScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;

/** The workspace and the person that the request's token names. */
@RequestScoped
public class CurrentWorkspace {
    private final SecurityIdentity identity;

    CurrentWorkspace(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * Returns the workspace in the token's {@code workspace} claim.
     *
     * @throws ProblemException 403 when the claim is absent or names no single workspace
     */
    public Workspace get() {
        String key = claim("workspace");
        if (key == null || !Workspace.isKey(key)) {
            throw ProblemException.of(ProblemType.FORBIDDEN,
                    "The token's claim 'workspace' must name one workspace: lower-case letters, digits and hyphens.");
        }
        return new Workspace(key);
    }

    /** Like {@link #get()}, but admits {@link Workspace#EVERY}, which an issuer gives to services alone. */
    public Workspace getOrEvery() {
        return Workspace.EVERY.key().equals(claim("workspace")) ? Workspace.EVERY : get();
    }

    /** Returns the token's subject, the stable name of whoever acts. */
    public String subject() {
        String subject = claim("sub");
        return subject == null ? identity.getPrincipal().getName() : subject;
    }

    /** Returns the e-mail address that the issuer vouches for, or null when the token has none. */
    public @Nullable String email() {
        return claim("email");
    }

    private @Nullable String claim(String name) {
        Object value = identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(name) : null;
        return value instanceof String text ? text : null;
    }
}
