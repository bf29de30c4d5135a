package io.groundswell.kit.idempotency;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;

/**
 * What makes two requests the same.
 *
 * @param key the client's {@code Idempotency-Key}: 1 to 255 visible ASCII characters; null when it sent none
 * @param operation method and path, so that a key cannot be reused for another operation
 * @param payload the request's body as it was read
 */
public record IdempotentRequest(@Nullable String key, String operation, Object payload) {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    public IdempotentRequest {
        if (key != null && !KEY.matcher(key).matches()) {
            throw ProblemException.header("Idempotency-Key", "malformed",
                    "Idempotency-Key must be 1 to 255 visible ASCII characters; a UUID is a good choice.");
        }
    }
}
