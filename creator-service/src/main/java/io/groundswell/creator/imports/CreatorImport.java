package io.groundswell.creator.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.groundswell.creator.creator.Seen;
import io.groundswell.creator.creator.Sightings;
import io.groundswell.creator.email.CreatorEmails;
import io.groundswell.creator.email.EmailAddress;
import io.groundswell.kit.bulk.BulkBatch;
import io.groundswell.kit.bulk.BulkLine;
import io.groundswell.kit.bulk.BulkPlace;
import io.groundswell.kit.bulk.BulkWork;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Imports one body for one workspace. */
final class CreatorImport implements BulkWork<ImportLine> {
    private final ImportTransactions transactions;
    private final Sightings sightings;
    private final CreatorEmails emails;
    private final Workspace workspace;
    private final Clock now;

    /**
     * @param now stands still, so that all lines that do not say when they were true have one time
     */
    CreatorImport(ImportTransactions transactions, Sightings sightings, CreatorEmails emails, Workspace workspace, Clock now) {
        this.transactions = transactions;
        this.sightings = sightings;
        this.emails = emails;
        this.workspace = workspace;
        this.now = now;
    }

    @Override
    public int batchLines() {
        return ImportTransactions.BATCH_LINES;
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
        return store(new BulkBatch<>(batch, List.of(), null));
    }

    @Override
    public Uni<List<LineOutcome>> store(BulkBatch<ImportLine> batch) {
        return transactions.store(workspace, batch, transaction -> store(transaction, batch.items()));
    }

    private Uni<List<LineOutcome>> store(SqlConnection transaction, List<ImportLine> lines) {
        return sightings.record(transaction, workspace, lines.stream().map(ImportLine::sighting).toList())
                .call(seen -> emails.add(transaction, workspace, emails(lines, seen)))
                .map(seen -> outcomes(lines, seen));
    }

    private Set<CreatorEmails.Of> emails(List<ImportLine> lines, List<Seen> seen) {
        Set<CreatorEmails.Of> told = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            EmailAddress email = lines.get(i).email();
            if (email != null && seen.get(i).isFollowed()) {
                told.add(new CreatorEmails.Of(emails.hash(workspace, email), seen.get(i).creatorId()));
            }
        }
        return told;
    }

    private List<LineOutcome> outcomes(List<ImportLine> lines, List<Seen> seen) {
        List<LineOutcome> outcomes = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            outcomes.add(ImportOutcome.of(lines.get(i), seen.get(i), transactions.isTrial()));
        }
        return outcomes;
    }

    @Override
    public Uni<Void> finish(BulkPlace end) {
        return transactions.finish(end);
    }

    @Override
    public LineOutcome refused(ImportLine line) {
        return ImportOutcome.refused(line.number());
    }
}
