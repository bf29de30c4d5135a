package io.groundswell.kit.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedSecretsTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private final SealedSecrets secrets = new SealedSecrets(KEY);

    @Test
    void whatIsSealedOpensAtItsPlaceAlone() {
        // Given
        String sealed = secrets.seal("acme connector 1", "tokén");

        // When
        Optional<String> open = secrets.open("acme connector 1", sealed);

        // Then
        assertEquals(Optional.of("tokén"), open);
        assertEquals(Optional.empty(), secrets.open("acme connector 2", sealed));
        assertNotEquals(sealed, secrets.seal("acme connector 1", "tokén"));
        assertFalse(sealed.contains("tok"));
    }

    @Test
    void anotherKeyOpensNothing() {
        // Given
        byte[] other = new byte[32];
        other[0] = 1;
        String sealed = secrets.seal("here", "token");

        // When
        Optional<String> open = new SealedSecrets(Base64.getEncoder().encodeToString(other)).open("here", sealed);

        // Then
        assertEquals(Optional.empty(), open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA==", "not base64", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatWasNeverSealedDoesNotOpen(String text) {
        assertEquals(Optional.empty(), secrets.open("here", text));
    }
}
