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

/** What a colleague wrote down about a creator. */
@Entity
@Table(name = "creator_note")
class Note {
    @EmbeddedId
    private WorkspaceKey key;
    @Column(name = "creator_id")
    private UUID creatorId;
    private String author;
    @Column(name = "edited_by")
    private @Nullable String editedBy;
    private String text;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Version
    private long version;

    /** For the object mapper only. */
    @SuppressWarnings("NullAway.Init")
    protected Note() {}

    Note(Workspace workspace, UUID creatorId, String author, NoteText text, Instant now) {
        this.key = new WorkspaceKey(workspace, Uuid7.next());
        this.creatorId = creatorId;
        this.author = author;
        this.text = text.text();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Replaces the text; whoever wrote the first one stays its author. */
    void edit(NoteText changed, String editor, Instant now) {
        text = changed.text();
        editedBy = editor;
        updatedAt = now;
    }

    UUID creatorId() {
        return creatorId;
    }

    NoteText text() {
        return new NoteText(text);
    }

    EntityTag tag() {
        return EntityTag.of(key.id(), version);
    }

    NoteView view() {
        return new NoteView(key.id(), creatorId, author, text, editedBy, createdAt, updatedAt, version);
    }
}
