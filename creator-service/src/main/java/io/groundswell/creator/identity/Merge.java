package io.groundswell.creator.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;

/** The record of a merge: who decided it, and what is needed to take it back. */
@Entity
@Table(name = "creator_merge")
class Merge {
    static final ProblemType NOT_UNDOABLE = new ProblemType("merge-not-undoable", 409, "This merge cannot be taken back now");

    @EmbeddedId
    private WorkspaceKey key;
    @Column(name = "survivor_id")
    private UUID survivorId;
    @Column(name = "absorbed_id")
    private UUID absorbedId;
    private @Nullable String reason;
    @Column(name = "merged_at")
    private Instant mergedAt;
    @Column(name = "merged_by")
    private String mergedBy;
    @Column(name = "survivor_version")
    private long survivorVersion;
    private String memory;
    @Column(name = "account_ids")
    private UUID[] accountIds;
    @Column(name = "undone_at")
    private @Nullable Instant undoneAt;
    @Column(name = "undone_by")
    private @Nullable String undoneBy;
    @Version
    private long version;

    /** For the object mapper only. */
    @SuppressWarnings("NullAway.Init")
    protected Merge() {}

    /** A merge that was just done; the memory is JSON that {@link #memory()} gives back. */
    Merge(Workspace workspace, MergeDraft draft, Occasion occasion, String memory) {
        this.key = new WorkspaceKey(workspace, Uuid7.next());
        this.survivorId = occasion.survivorId();
        this.absorbedId = draft.absorb();
        this.reason = draft.reason();
        this.mergedAt = occasion.at();
        this.mergedBy = occasion.by();
        this.survivorVersion = occasion.survivorVersion();
        this.memory = memory;
        this.accountIds = occasion.accountIds().toArray(UUID[]::new);
    }

    /**
     * When and by whom a merge was done.
     *
     * @param survivorVersion of the creator who remains, after it; a later merge of the same creator has a greater one
     */
    record Occasion(UUID survivorId, long survivorVersion, List<UUID> accountIds, Instant at, String by) {}

    /**
     * Checks that nothing was handed over since that would have to be given back first.
     *
     * @param later the latest merge that stands in which the survivor had a part, on either side; null when it is this one
     * @throws ProblemException 409 {@code merge-not-undoable}
     */
    void requireUndoable(@Nullable Merge later) {
        if (undoneAt != null) {
            throw ProblemException.of(NOT_UNDOABLE, "This merge was taken back already.");
        }
        if (later != null) {
            throw ProblemException.of(NOT_UNDOABLE, "Merge %s of creator %s came later; take that one back first."
                    .formatted(later.id(), survivorId));
        }
    }

    void undo(Instant at, String by) {
        undoneAt = at;
        undoneBy = by;
    }

    UUID id() {
        return key.id();
    }

    UUID survivorId() {
        return survivorId;
    }

    long survivorVersion() {
        return survivorVersion;
    }

    /** Returns what was known when the merge was done, as JSON. */
    String memory() {
        return memory;
    }

    EntityTag tag() {
        return EntityTag.of(id(), version);
    }

    MergeView view() {
        return new MergeView(id(), survivorId, absorbedId, List.of(accountIds), reason, mergedAt, mergedBy, undoneAt, undoneBy,
                version);
    }
}
