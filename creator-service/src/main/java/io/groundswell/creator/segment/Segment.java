package io.groundswell.creator.segment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;

import org.hibernate.annotations.ColumnTransformer;

import io.groundswell.creator.search.SearchCriteria;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;

/** A search that somebody keeps. */
@Entity
class Segment {
    @EmbeddedId
    private WorkspaceKey key;
    private String name;
    @Convert(converter = CriteriaAsJson.class)
    @ColumnTransformer(read = "cast(criteria as text)", write = "cast(cast(? as text) as jsonb)")
    private SearchCriteria criteria;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Version
    private long version;

    /** For the object mapper only. */
    @SuppressWarnings("NullAway.Init")
    protected Segment() {}

    Segment(Workspace workspace, SegmentDraft draft, Clock clock) {
        this.key = new WorkspaceKey(workspace, Uuid7.next());
        this.name = draft.name();
        this.criteria = draft.criteria();
        this.createdAt = now(clock);
        this.updatedAt = createdAt;
    }

    void revise(SegmentDraft draft, Clock clock) {
        name = draft.name();
        criteria = draft.criteria();
        updatedAt = now(clock);
    }

    /** Returns what people may change. */
    SegmentDraft draft() {
        return new SegmentDraft(name, criteria);
    }

    SegmentView view() {
        return new SegmentView(key.id(), name, criteria, createdAt, updatedAt, version);
    }

    /** PostgreSQL keeps microseconds; what is answered must equal what is read again. */
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
