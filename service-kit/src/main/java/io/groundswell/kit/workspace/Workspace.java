package io.groundswell.kit.workspace;

import java.util.regex.Pattern;

/**
 * The tenant that owns a row. It exists as soon as a token names it.
 *
 * @param key lower-case letters, digits and hyphens, at most 63 characters, or {@code *} for {@link #EVERY}
 */
public record Workspace(String key) {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Stands for all workspaces. Only another service's reader of the event feed has it, and only the outbox admits it. */
    public static final Workspace EVERY = new Workspace("*");

    public Workspace {
        if (!key.equals("*") && !isKey(key)) {
            throw new IllegalArgumentException("Not a workspace key: " + key);
        }
    }

    /** Tells whether the text may name one workspace; {@code *} may not. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }
}
