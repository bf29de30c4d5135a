package io.groundswell.creator.creator;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What one merge did to the creator who remains, kept so that it can be taken back. The absorbed creator's row stays as it
 * was and needs no record.
 *
 * @param survivorId the creator who remains
 * @param absorbedId the creator who was taken in
 * @param accounts the accounts that changed hands
 * @param name of the one who remains, at that time
 * @param namedAfter the account that gave the one who remains this name; null when a person did
 * @param absorbedNamedAfter the account that gave the absorbed one its name; null when a person did
 */
public record Absorption(UUID survivorId, UUID absorbedId, List<UUID> accounts, Standing before, Standing after, String name,
        @Nullable UUID namedAfter, @Nullable UUID absorbedNamedAfter) {

    public Absorption {
        accounts = List.copyOf(accounts);
    }
}
