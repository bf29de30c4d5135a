package io.groundswell.creator.scoring;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

import io.groundswell.kit.workspace.Workspace;

/** What was decided of a profile at one time, and by which model it is scored. Written once. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // what is only written here is read by SQL
@Table(name = "customer_profile_version")
class CustomerProfileVersion {
    @EmbeddedId
    private Key key;
    @Convert(converter = ProfileAsJson.class)
    @ColumnTransformer(read = "cast(content as text)", write = "cast(cast(? as text) as jsonb)")
    private CustomerProfileDraft content;
    private String model;
    @Column(name = "saved_at")
    private Instant savedAt;

    /** A version of a profile of a workspace. */
    @Embeddable
    record Key(@Column(name = "workspace_id", nullable = false) String workspaceId,
            @Column(name = "profile_id", nullable = false) UUID profileId,
            @Column(name = "version", nullable = false) long version) {}

    /** For the object mapper only. */
    @SuppressWarnings("NullAway.Init")
    protected CustomerProfileVersion() {}

    CustomerProfileVersion(Workspace workspace, FitProfile saved, Instant now) {
        this.key = new Key(workspace.key(), saved.id(), saved.version());
        this.content = new CustomerProfileDraft(saved.name(), saved.criteria(), saved.weights());
        this.model = saved.model().version();
        this.savedAt = now;
    }

    CustomerProfileDraft content() {
        return content;
    }
}
