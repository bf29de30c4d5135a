package io.groundswell.creator.customer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.CreatorKind;
import io.groundswell.creator.creator.DiscoveredVia;
import io.groundswell.creator.creator.Sightings;
import io.groundswell.creator.email.CreatorEmails;
import io.groundswell.creator.email.EmailAddress;
import io.groundswell.creator.imports.ImportTransactions;
import io.groundswell.kit.bulk.BulkBatch;
import io.groundswell.kit.bulk.BulkLine;
import io.groundswell.kit.bulk.BulkPlace;
import io.groundswell.kit.bulk.BulkWork;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Imports one body of customers for one workspace. */
final class CustomerImport implements BulkWork<CustomerLine> {
    private final ImportTransactions transactions;
    private final Sightings sightings;
    private final CreatorEmails emails;
    private final Workspace workspace;
    private final Clock now;

    /**
     * @param now stands still, so that all lines of a body have one time
     */
    CustomerImport(ImportTransactions transactions, Sightings sightings, CreatorEmails emails, Workspace workspace, Clock now) {
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
    public List<Entry<CustomerLine>> read(BulkLine line) {
        return List.of(switch (line) {
            case BulkLine.Unreadable unreadable -> new Entry.Decided<>(CustomerOutcome.unreadable(unreadable));
            case BulkLine.Document document -> read(document);
        });
    }

    private Entry<CustomerLine> read(BulkLine.Document document) {
        try {
            return new Entry.Item<>(CustomerLine.read(document.number(), document.json(), now));
        } catch (InvalidValue e) {
            return new Entry.Decided<>(CustomerOutcome.invalid(document.number(), e));
        }
    }

    @Override
    public Uni<List<LineOutcome>> store(List<CustomerLine> batch) {
        return store(new BulkBatch<>(batch, List.of(), null));
    }

    @Override
    public Uni<List<LineOutcome>> store(BulkBatch<CustomerLine> batch) {
        return transactions.store(workspace, batch, transaction -> store(transaction, batch.items()));
    }

    /** Addresses are looked up under the writers' lock, so that nobody becomes two creators in two imports at once. */
    private Uni<List<LineOutcome>> store(SqlConnection transaction, List<CustomerLine> lines) {
        List<@Nullable String> hashes = new ArrayList<>();
        lines.forEach(line -> hashes.add(hash(line.email())));
        return Sightings.queue(transaction, workspace)
                .chain(() -> emails.find(transaction, workspace,
                        hashes.stream().filter(Objects::nonNull).collect(Collectors.toSet())))
                .chain(known -> sightings.become(transaction, workspace, new HashSet<>(known.values()), CreatorKind.CUSTOMER,
                        DiscoveredVia.CUSTOMER).map(became -> new Recognition(lines, hashes, known, became)))
                .chain(recognition -> sightings.record(transaction, workspace, recognition.sightings())
                        .invoke(recognition::resolve)
                        .chain(() -> emails.add(transaction, workspace, recognition.emails()))
                        .map(fresh -> outcomes(lines.size(), recognition, fresh)));
    }

    private List<LineOutcome> outcomes(int lines, Recognition recognition, Set<CreatorEmails.Of> fresh) {
        List<LineOutcome> outcomes = new ArrayList<>(lines);
        for (int i = 0; i < lines; i++) {
            outcomes.add(recognition.outcome(i, fresh, transactions.isTrial()));
        }
        return outcomes;
    }

    private @Nullable String hash(@Nullable EmailAddress email) {
        return email == null ? null : emails.hash(workspace, email);
    }

    @Override
    public Uni<Void> finish(BulkPlace end) {
        return transactions.finish(end);
    }

    @Override
    public LineOutcome refused(CustomerLine line) {
        return CustomerOutcome.refused(line.number());
    }
}
