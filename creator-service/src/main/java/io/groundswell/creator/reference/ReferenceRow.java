package io.groundswell.creator.reference;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.EntityTag;

/**
 * A value with where it is from.
 *
 * @param withdrawnAt since when it is out of force; null: it is not withdrawn
 */
public record ReferenceRow<V>(UUID id, Owner owner, Provenance provenance, Instant recordedAt, @Nullable Instant withdrawnAt,
        V value) {

    /** Whom a row holds for. */
    @Schema(name = "ReferenceOwner", description = "EVERYBODY: it came with the product; WORKSPACE: one's own, which goes before it")
    public enum Owner {
        EVERYBODY, WORKSPACE
    }

    /** Returns the tag of this version; withdrawing makes the only other one. */
    public EntityTag tag() {
        return EntityTag.of(id, withdrawnAt == null ? 0 : 1);
    }

    ReferenceRow<V> withdrawn(Instant at) {
        return new ReferenceRow<>(id, owner, provenance, recordedAt, at, value);
    }
}
