package io.groundswell.creator.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.groundswell.creator.creator.Seen;
import io.groundswell.creator.creator.Sightings;
import io.groundswell.kit.bulk.BulkLine;
import io.groundswell.kit.bulk.BulkWork;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;

/** Imports one body for one workspace. */
final class CreatorImport implements BulkWork<ImportLine> {
    private final WorkspaceDatabase database;
    private final Sightings sightings;
    private final Workspace workspace;
    private final Clock now;

    /**
     * @param now stands still, so that all lines that do not say when they were true have one time
     */
    CreatorImport(WorkspaceDatabase database, Sightings sightings, Workspace workspace, Clock now) {
        this.database = database;
        this.sightings = sightings;
        this.workspace = workspace;
        this.now = now;
    }

    @Override
    public List<Entry<ImportLine>> read(BulkLine line) {
        return List.of(switch (line) {
            case BulkLine.Unreadable unreadable -> new Entry.Decided<>(ImportOutcome.unreadable(unreadable));
            case BulkLine.Document document -> read(document);
        });
    }

    private Entry<ImportLine> read(BulkLine.Document document) {
        try {
            return new Entry.Item<>(ImportLine.read(document.number(), document.json(), now));
        } catch (InvalidValue e) {
            return new Entry.Decided<>(ImportOutcome.invalid(document.number(), e));
        }
    }

    @Override
    public Uni<List<LineOutcome>> store(List<ImportLine> batch) {
        return database.write(workspace, transaction -> sightings.record(transaction, workspace,
                batch.stream().map(ImportLine::sighting).toList()))
                .map(seen -> outcomes(batch, seen));
    }

    private static List<LineOutcome> outcomes(List<ImportLine> batch, List<Seen> seen) {
        List<LineOutcome> outcomes = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            outcomes.add(ImportOutcome.of(batch.get(i), seen.get(i)));
        }
        return outcomes;
    }

    @Override
    public LineOutcome refused(ImportLine line) {
        return ImportOutcome.refused(line);
    }
}
