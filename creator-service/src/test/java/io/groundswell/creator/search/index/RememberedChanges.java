package io.groundswell.creator.search.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groundswell.kit.workspace.Workspace;

/** A source of changes in memory: each change is a transaction of its own. */
final class RememberedChanges implements ChangeSource {
    private final Map<UUID, Changed> changes = new LinkedHashMap<>();
    private Head head = new Head(UUID.randomUUID(), "first", 0);
    private long transactions;
    private int reads;

    void put(CreatorDocument document) {
        change(document.id(), new Change.Put(document));
    }

    void remove(UUID id) {
        change(id, new Change.Gone(id));
    }

    void askForRebuild() {
        head = new Head(head.origin(), head.recipe(), head.epoch() + 1);
    }

    void changeRecipe() {
        head = new Head(head.origin(), "second", head.epoch());
    }

    void becomeAnotherDatabase() {
        head = new Head(UUID.randomUUID(), head.recipe(), 0);
    }

    /** Returns how many changes were handed out. */
    int reads() {
        return reads;
    }

    @Override
    public Head head(Workspace workspace) {
        return head;
    }

    @Override
    public Batch read(Workspace workspace, ChangePosition after, int limit) {
        List<Changed> next = changes.values().stream().filter(changed -> changed.position().transaction() > after.transaction())
                .limit(limit).toList();
        reads += next.size();
        return new Batch(next.stream().map(Changed::change).toList(), next.isEmpty() ? after : next.getLast().position());
    }

    private void change(UUID id, Change change) {
        changes.remove(id);
        changes.put(id, new Changed(change, new ChangePosition(++transactions, id)));
    }

    /** Returns the documents that are to be found. */
    List<CreatorDocument> documents() {
        List<CreatorDocument> documents = new ArrayList<>();
        changes.values().forEach(changed -> {
            if (changed.change() instanceof Change.Put(CreatorDocument document)) {
                documents.add(document);
            }
        });
        return documents;
    }

    private record Changed(Change change, ChangePosition position) {}
}
