package io.groundswell.creator.organising;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.KnownCreators;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What people do with notes. All of it runs within the caller's transaction. */
@ApplicationScoped
class Notes {
    private final NoteRepository repository;
    private final KnownCreators creators;
    private final Clock clock;

    Notes(NoteRepository repository, KnownCreators creators, Clock clock) {
        this.repository = repository;
        this.creators = creators;
        this.clock = clock;
    }

    Uni<Note> add(Workspace workspace, UUID creatorId, String author, NoteText text) {
        return creators.require(workspace, creatorId)
                .chain(() -> repository.persistAndFlush(new Note(workspace, creatorId, author, text, now())));
    }

    Uni<Note> edit(Workspace workspace, UUID creatorId, UUID id, @Nullable String ifMatch, String editor,
            UnaryOperator<NoteText> change) {
        return load(workspace, creatorId, id, ifMatch)
                .invoke(note -> note.edit(change.apply(note.text()), editor, now()))
                .call(() -> Panache.getSession().chain(session -> session.flush()));
    }

    Uni<Void> delete(Workspace workspace, UUID creatorId, UUID id, @Nullable String ifMatch) {
        return load(workspace, creatorId, id, ifMatch).chain(repository::delete);
    }

    private Uni<Note> load(Workspace workspace, UUID creatorId, UUID id, @Nullable String ifMatch) {
        String required = Preconditions.require(ifMatch);
        return repository.get(workspace, creatorId, id)
                .invoke(note -> Preconditions.requireMatch(required, note.tag()));
    }

    /** PostgreSQL keeps microseconds; what is answered must equal what is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
