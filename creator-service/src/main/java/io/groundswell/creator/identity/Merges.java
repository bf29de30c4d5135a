package io.groundswell.creator.identity;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Absorption;
import io.groundswell.creator.creator.Absorptions;
import io.groundswell.creator.creator.Absorptions.Done;
import io.groundswell.creator.creator.Absorptions.HandedOver;
import io.groundswell.creator.tier.TierScheme;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Merging creators, and taking it back. All of it runs within the caller's transaction. */
@ApplicationScoped
class Merges {
    private final Absorptions absorptions;
    private final MergeRepository repository;
    private final ObjectMapper json;

    Merges(Absorptions absorptions, MergeRepository repository, ObjectMapper json) {
        this.absorptions = absorptions;
        this.repository = repository;
        this.json = json;
    }

    Uni<Merge> merge(Workspace workspace, UUID survivor, @Nullable String ifMatch, MergeDraft draft, TierScheme scheme,
            String by) {
        String required = Preconditions.require(ifMatch);
        return absorptions.queue(workspace)
                .chain(() -> absorptions.absorb(workspace, survivor, required, draft.absorb(), scheme))
                .map(done -> merge(workspace, draft, done, by))
                .chain(merge -> repository.persistAndFlush(merge));
    }

    private Merge merge(Workspace workspace, MergeDraft draft, Done done, String by) {
        Absorption absorption = done.absorption();
        var occasion = new Merge.Occasion(absorption.survivorId(), done.survivorVersion(), absorption.accounts(), done.at(),
                by);
        return new Merge(workspace, draft, occasion, write(new Memory(absorption, done.handedOver())));
    }

    Uni<Merge> undo(Workspace workspace, UUID id, @Nullable String ifMatch, TierScheme scheme, String by) {
        String required = Preconditions.require(ifMatch);
        return absorptions.queue(workspace)
                .chain(() -> repository.get(workspace, id))
                .chain(merge -> repository.findLater(workspace, merge)
                        .invoke(merge::requireUndoable)
                        .invoke(() -> Preconditions.requireMatch(required, merge.tag()))
                        .chain(() -> release(workspace, merge, scheme, by))
                        .replaceWith(merge));
    }

    private Uni<Void> release(Workspace workspace, Merge merge, TierScheme scheme, String by) {
        Memory memory = read(merge.memory());
        return absorptions.release(workspace, memory.absorption(), memory.handedOver(), scheme)
                .invoke(at -> merge.undo(at, by))
                .chain(() -> Panache.getSession().chain(session -> session.flush()));
    }

    private String write(Memory memory) {
        try {
            return json.writeValueAsString(memory);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The memory of a merge must be writable as JSON", e);
        }
    }

    private Memory read(String memory) {
        try {
            return json.readValue(memory, Memory.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The memory of a merge is not the JSON that was written", e);
        }
    }

    /** What a merge did, in full. */
    private record Memory(Absorption absorption, List<HandedOver> handedOver) {}
}
