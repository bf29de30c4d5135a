package io.groundswell.creator.organising;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.SqlState;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What people do with lists, but for who is on them. All of it runs within the caller's transaction. */
@ApplicationScoped
class HandpickedLists {
    static final ProblemType NAME_TAKEN = new ProblemType("list-name-taken", 409, "Another list has this name");
    private static final String UNIQUE_VIOLATION = "23505";

    private final HandpickedListRepository repository;
    private final Clock clock;

    HandpickedLists(HandpickedListRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    Uni<HandpickedList> create(Workspace workspace, ListDraft draft, String creator) {
        return namedOnce(repository.persistAndFlush(new HandpickedList(workspace, draft, creator, now())), draft.name());
    }

    Uni<HandpickedList> revise(Workspace workspace, UUID id, @Nullable String ifMatch, UnaryOperator<ListDraft> change) {
        return load(workspace, id, ifMatch).chain(list -> {
            ListDraft draft = change.apply(list.draft());
            list.revise(draft, now());
            return namedOnce(Panache.getSession().chain(session -> session.flush()), draft.name()).replaceWith(list);
        });
    }

    /** Deletes the list; its members leave it with it. */
    Uni<Void> delete(Workspace workspace, UUID id, @Nullable String ifMatch) {
        return load(workspace, id, ifMatch).chain(repository::delete);
    }

    private Uni<HandpickedList> load(Workspace workspace, UUID id, @Nullable String ifMatch) {
        String required = Preconditions.require(ifMatch);
        return repository.get(workspace, id).invoke(list -> Preconditions.requireMatch(required, list.tag()));
    }

    /** The database alone knows whether two requests at once chose one name. */
    private static <T> Uni<T> namedOnce(Uni<T> stored, String name) {
        return stored.onFailure(failure -> UNIQUE_VIOLATION.equals(SqlState.of(failure)))
                .transform(_ -> ProblemException.of(NAME_TAKEN, "Choose another name, or add to the list that has it.",
                        List.of(FieldError.field("name", "taken", "There is a list named '%s'.".formatted(name)))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
