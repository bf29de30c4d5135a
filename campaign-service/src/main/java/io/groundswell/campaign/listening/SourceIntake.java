package io.groundswell.campaign.listening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.listening.ListeningOutcome.Origin;
import io.groundswell.campaign.listening.ListeningOutcome.Received;
import io.groundswell.kit.bulk.BulkWork.Entry;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import com.fasterxml.jackson.databind.JsonNode;

/** The way in for whoever hears of posts without an HTTP body: live connectors and webhooks. */
@ApplicationScoped
public class SourceIntake {
    private final PostIntake intake;

    SourceIntake(PostIntake intake) {
        this.intake = intake;
    }

    /** What became of an item. */
    public enum Result {
        /** It belongs to a live campaign, and is new or was seen with something new. */
        KEPT,
        /** It belongs to a live campaign, and nothing about it is new. */
        KNOWN,
        /** Something that was kept is gone. */
        WITHDRAWN,
        /** It belongs to no live campaign, or is of no concern. */
        IGNORED,
        /** It could not be read. */
        REJECTED
    }

    /**
     * An item that was taken.
     *
     * @param postId the post that is kept; null when none is
     */
    public record Taken(SourceItem item, Result result, @Nullable UUID postId) {}

    /**
     * Reads a payload in any of the shapes; what cannot be read comes back as rejected. May take a millisecond.
     *
     * @param seenAt when it came from its network
     */
    public List<SourceItem> read(JsonNode payload, Instant seenAt) {
        return PostSources.read(payload, seenAt);
    }

    /** Takes items in their order within the caller's transaction; returns one answer for each. At most 500 at a time. */
    public Uni<List<Taken>> take(SqlConnection transaction, Workspace workspace, List<SourceItem> items) {
        List<Entry<Received>> entries = new ArrayList<>(items.size());
        List<Received> batch = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Entry<Received> entry = Ingestion.entry(new Origin(i, null), items.get(i));
            entries.add(entry);
            if (entry instanceof Entry.Item<Received>(Received received)) {
                batch.add(received);
            }
        }
        Uni<List<LineOutcome>> stored = batch.isEmpty()
                ? Uni.createFrom().item(List.of())
                : intake.take(transaction, workspace, batch);
        return stored.map(outcomes -> taken(items, entries, outcomes));
    }

    private static List<Taken> taken(List<SourceItem> items, List<Entry<Received>> entries, List<LineOutcome> outcomes) {
        Iterator<LineOutcome> next = outcomes.iterator();
        List<Taken> taken = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            LineOutcome outcome = switch (entries.get(i)) {
                case Entry.Item<Received> _ -> next.next();
                case Entry.Decided<Received>(LineOutcome decided) -> decided;
            };
            taken.add(taken(items.get(i), (ListeningOutcome) outcome));
        }
        return taken;
    }

    private static Taken taken(SourceItem item, ListeningOutcome outcome) {
        Result result = switch (outcome.outcome()) {
            case MATCHED, UPDATED -> Result.KEPT;
            case UNCHANGED -> Result.KNOWN;
            case WITHDRAWN -> Result.WITHDRAWN;
            case UNMATCHED, IGNORED -> Result.IGNORED;
            case REJECTED -> Result.REJECTED;
        };
        return new Taken(item, result, outcome.postId());
    }
}
