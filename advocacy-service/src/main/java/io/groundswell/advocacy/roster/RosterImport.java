package io.groundswell.advocacy.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.groundswell.advocacy.roster.RosterImport.Received;
import io.groundswell.kit.bulk.BulkLine;
import io.groundswell.kit.bulk.BulkWork;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Imports one body into one workspace's roster. */
final class RosterImport implements BulkWork<Received> {
    private final Roster roster;
    private final Workspace workspace;

    RosterImport(Roster roster, Workspace workspace) {
        this.roster = roster;
        this.workspace = workspace;
    }

    @Override
    public List<Entry<Received>> read(BulkLine line) {
        return switch (line) {
            case BulkLine.Unreadable unreadable -> List.of(new Entry.Decided<>(RosterOutcome.unreadable(unreadable)));
            case BulkLine.Document document -> List.of(read(document));
        };
    }

    private static Entry<Received> read(BulkLine.Document document) {
        try {
            return new Entry.Item<>(new Received(document.number(), RosterLine.read(document.json())));
        } catch (InvalidValue e) {
            return new Entry.Decided<>(RosterOutcome.rejected(document.number(), e));
        }
    }

    @Override
    public Uni<List<LineOutcome>> store(List<Received> batch) {
        return roster.store(workspace, batch.stream().map(Received::content).toList()).map(stored -> {
            List<LineOutcome> outcomes = new ArrayList<>(stored.size());
            for (int i = 0; i < stored.size(); i++) {
                Roster.Stored known = stored.get(i);
                UUID id = known.employeeId();
                outcomes.add(id == null
                        ? RosterOutcome.erased(batch.get(i).line())
                        : RosterOutcome.of(batch.get(i).line(), known.outcome(), id));
            }
            return outcomes;
        });
    }

    @Override
    public LineOutcome refused(Received item) {
        return RosterOutcome.refused(item.line());
    }

    /** A line that can be stored, with its place in the body. */
    record Received(long line, RosterLine content) {}
}
