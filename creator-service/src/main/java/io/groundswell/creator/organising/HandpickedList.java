package io.groundswell.creator.organising;

import java.time.Instant;
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

/** A list of creators that somebody puts together by hand. Who is on it is no part of its version. */
@Entity
@Table(name = "creator_list")
class HandpickedList {
    @EmbeddedId
    private WorkspaceKey key;
    private String name;
    @Column(name = "name_key")
    private String nameKey;
    private @Nullable String description;
    @Column(name = "created_by")
    private String createdBy;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Version
    private long version;

    /** For the object mapper only. */
    @SuppressWarnings("NullAway.Init")
    protected HandpickedList() {}

    HandpickedList(Workspace workspace, ListDraft draft, String createdBy, Instant now) {
        this.key = new WorkspaceKey(workspace, Uuid7.next());
        this.name = draft.name();
        this.nameKey = draft.nameKey();
        this.description = draft.description();
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void revise(ListDraft draft, Instant now) {
        name = draft.name();
        nameKey = draft.nameKey();
        description = draft.description();
        updatedAt = now;
    }

    UUID id() {
        return key.id();
    }

    ListDraft draft() {
        return new ListDraft(name, description);
    }

    EntityTag tag() {
        return EntityTag.of(key.id(), version);
    }

    ListView view() {
        return new ListView(key.id(), name, description, createdBy, createdAt, updatedAt, version);
    }
}
