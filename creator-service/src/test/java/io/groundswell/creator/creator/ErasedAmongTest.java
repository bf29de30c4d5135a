package io.groundswell.creator.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.creator.ErasedAmong.Erased;

class ErasedAmongTest {
    private static final Seen GONE = new Seen(UUID.randomUUID(), UUID.randomUUID(), Seen.Outcome.ERASED);

    @ParameterizedTest(name = "erased as id {0}, handle {1}; seen as id {2}, handle {3}, kept {4}: {5}")
    @CsvSource(nullValues = "-", value = {
            // an id is a person's for ever
            "42, mila, 42, -,    false, true",
            "42, mila, 42, noor, false, true",
            "42, mila, 42, mila, true,  true",
            // a handle counts where nothing says that it is somebody else
            "42, mila, -,  mila, false, true",
            "-,  mila, -,  mila, false, true",
            "-,  mila, 43, mila, false, true",
            "42, mila, 43, mila, false, false",
            "42, mila, -,  mila, true,  false",
            "-,  mila, -,  mila, true,  false",
            // others are others
            "42, mila, 43, noor, false, false",
            "42, mila, -,  noor, false, false"})
    void whoIsRecognised(@Nullable String erasedId, String erasedHandle, @Nullable String id, @Nullable String handle,
            boolean kept, boolean recognised) {
        // Given
        var erased = new Erased(GONE, erasedId != null);
        var among = new ErasedAmong(erasedId == null
                ? Map.of(new NaturalKey.Claim(Network.X, erasedHandle), erased)
                : Map.of(new NaturalKey.Claim(Network.X, erasedHandle), erased, new NaturalKey.UserId(Network.X, erasedId),
                        erased));

        // When
        Seen seen = among.find(AccountProfile.of(Network.X, handle, id), kept);

        // Then
        assertEquals(recognised ? GONE : null, seen);
    }
}
