package io.groundswell.creator.scoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;

/** What a brand looks for. Its content is in its {@link CustomerProfileVersion versions}; this is what ties them together. */
@Entity
@Table(name = "customer_profile")
class CustomerProfile {
    @EmbeddedId
    private WorkspaceKey key;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;
    @Version
    private long version;

    /** For the object mapper only. */
    @SuppressWarnings("NullAway.Init")
    protected CustomerProfile() {}

    CustomerProfile(Workspace workspace, Instant now) {
        this.key = new WorkspaceKey(workspace, Uuid7.next());
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Begins a new version. The time moves on in any case, so that the object mapper sees a change and counts it. */
    void revise(Instant now) {
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plus(1, ChronoUnit.MICROS);
    }

    /** Takes the profile out of use. */
    void delete(Instant now) {
        revise(now);
        deletedAt = updatedAt;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    UUID id() {
        return key.id();
    }

    long version() {
        return version;
    }

    EntityTag tag() {
        return EntityTag.of(id(), version);
    }

    /** Returns the profile as the API shows it, with the version that was saved last. */
    SavedProfile saved(FitProfile latest) {
        return new SavedProfile(latest, createdAt, updatedAt);
    }
}
