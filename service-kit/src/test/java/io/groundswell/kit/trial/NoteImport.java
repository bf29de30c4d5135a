package io.groundswell.kit.trial;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.bulk.BulkLine;
import io.groundswell.kit.bulk.BulkWork;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

/** Notes in bulk: one statement a batch. */
final class NoteImport implements BulkWork<NoteImport.Item> {
    private static final String INSERT = """
            insert into note (workspace_id, id, version, text, stars)
            select $1, id, 0, text, 0 from unnest($2::uuid[], $3::text[]) as incoming (id, text)""";

    private final WorkspaceDatabase database;
    private final Workspace workspace;

    NoteImport(WorkspaceDatabase database, Workspace workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    enum Outcome {
        CREATED, REJECTED
    }

    record Item(long line, String text) {}

    record Reported(long line, Outcome outcome, @Nullable String code) implements LineOutcome {}

    @Override
    public List<Entry<Item>> read(BulkLine line) {
        return switch (line) {
            case BulkLine.Unreadable(long number, String code, String _) ->
                List.of(new Entry.Decided<>(new Reported(number, Outcome.REJECTED, code)));
            case BulkLine.Document(long number, var json) ->
                List.of(new Entry.Item<>(new Item(number, json.path("text").asText())));
        };
    }

    @Override
    public Uni<List<LineOutcome>> store(List<Item> batch) {
        UUID[] ids = batch.stream().map(_ -> Uuid7.next()).toArray(UUID[]::new);
        String[] texts = batch.stream().map(Item::text).toArray(String[]::new);
        return database.write(workspace, transaction -> transaction.preparedQuery(INSERT)
                .execute(Tuple.of(workspace.key(), ids, texts)))
                .map(_ -> batch.stream().<LineOutcome>map(item -> new Reported(item.line(), Outcome.CREATED, null)).toList());
    }

    @Override
    public LineOutcome refused(Item item) {
        return new Reported(item.line(), Outcome.REJECTED, "refused");
    }
}
