package io.groundswell.creator.segment;

import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** What people can do with segments. All of it runs within the caller's transaction. */
@ApplicationScoped
class Segments {
    private final SegmentRepository repository;
    private final Clock clock;

    Segments(SegmentRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    Uni<Segment> create(Workspace workspace, SegmentDraft draft) {
        return repository.persistAndFlush(new Segment(workspace, draft, clock));
    }

    Uni<Segment> revise(Workspace workspace, UUID id, @Nullable String ifMatch, UnaryOperator<SegmentDraft> change) {
        return current(workspace, id, ifMatch)
                .invoke(segment -> segment.revise(change.apply(segment.draft()), clock))
                .call(() -> repository.flush());
    }

    Uni<Void> delete(Workspace workspace, UUID id, @Nullable String ifMatch) {
        return current(workspace, id, ifMatch).chain(repository::delete);
    }

    private Uni<Segment> current(Workspace workspace, UUID id, @Nullable String ifMatch) {
        String required = Preconditions.require(ifMatch);
        return repository.get(workspace, id)
                .invoke(segment -> Preconditions.requireMatch(required, segment.view().tag()));
    }
}
