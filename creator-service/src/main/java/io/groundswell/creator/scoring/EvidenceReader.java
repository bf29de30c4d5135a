package io.groundswell.creator.scoring;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.metrics.EngagementRate;
import io.groundswell.creator.metrics.EngagementRates;
import io.groundswell.creator.topic.CreatorTexts;
import io.groundswell.creator.topic.CreatorTexts.AccountTexts;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Gathers what is known of creators, as far as a score needs it: so many statements, whatever the number of creators. */
@ApplicationScoped
class EvidenceReader {
    private static final String READ = """
            select c.id, c.stage, c.merged_into, c.tier, c.tier_scheme, c.display_name,
                a.id as account_id, a.network, a.handle, a.display_name as account_name, a.country
            from unnest($2::uuid[]) as wanted (id)
            cross join lateral (select * from creator where workspace_id = $1 and id = wanted.id limit 1) c
            left join lateral (select * from account where workspace_id = $1 and creator_id = c.id offset 0) a on true
            order by c.id, a.followers desc nulls last, a.id""";

    private final WorkspaceDatabase database;
    private final CreatorTexts texts;
    private final EngagementRates rates;
    private final Clock clock;

    EvidenceReader(WorkspaceDatabase database, CreatorTexts texts, EngagementRates rates, Clock clock) {
        this.database = database;
        this.texts = texts;
        this.rates = rates;
        this.clock = clock;
    }

    /** What the database tells of creators: their rows, what their accounts wrote, and the accounts' engagement rates. */
    private record Gathered(Map<UUID, List<Row>> rows, Map<UUID, List<AccountTexts>> texts, Map<UUID, EngagementRate> rates) {}

    /**
     * Returns what is known of creators by their id; who is not of the workspace is absent.
     *
     * @param wanted names the keywords to look for
     */
    Uni<Map<UUID, Candidate>> read(Workspace workspace, Collection<UUID> creators, FitCriteria wanted) {
        Instant now = clock.instant();
        Keywords keywords = new Keywords(wanted.keywords());
        return database.write(workspace, transaction -> gather(transaction, workspace, creators))
                // many long texts take a while to look through: not on the thread that serves connections
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(gathered -> {
                    Map<UUID, Candidate> candidates = new LinkedHashMap<>();
                    gathered.rows().forEach((id, rows) -> candidates.put(id, new KnownFacts(rows,
                            gathered.texts().getOrDefault(id, List.of()), gathered.rates()).candidate(keywords, now)));
                    return candidates;
                });
    }

    private Uni<Gathered> gather(SqlConnection transaction, Workspace workspace, Collection<UUID> creators) {
        return transaction.preparedQuery(READ)
                .execute(Tuple.of(workspace.key(), creators.stream().distinct().toArray(UUID[]::new)))
                .chain(rows -> {
                    Map<UUID, List<Row>> byCreator = new LinkedHashMap<>();
                    rows.forEach(row -> byCreator.computeIfAbsent(row.getUUID("id"), _ -> new ArrayList<>()).add(row));
                    List<UUID> accounts = rows.stream().map(row -> row.getUUID("account_id")).filter(Objects::nonNull).toList();
                    return texts.ofCreators(transaction, workspace, byCreator.keySet())
                            .chain(written -> rates.ofAccounts(transaction, workspace, accounts)
                                    .map(measured -> new Gathered(byCreator, written, measured)));
                });
    }
}
