package io.groundswell.creator.scoring;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.creator.Stage;
import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.groundswell.text.topic.Taxonomy;
import io.groundswell.text.topic.Topic;
import io.groundswell.text.topic.TopicMatch;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Gathers what is known of creators, as far as a score needs it. */
@ApplicationScoped
class EvidenceReader {
    private static final String READ = """
            select c.id, c.stage, c.tier, c.tier_scheme, c.display_name,
                a.id as account_id, a.network, a.handle, a.display_name as account_name, a.bio, a.language, a.country
            from creator c
            left join account a on a.workspace_id = $1 and a.creator_id = c.id
            where c.workspace_id = $1 and c.id = any($2)
            order by c.id, a.followers desc nulls last, a.id""";

    private final WorkspaceDatabase database;
    private final Clock clock;

    EvidenceReader(WorkspaceDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Returns what is known of creators by their id; who is not of the workspace is absent.
     *
     * @param wanted names the keywords to look for
     */
    Uni<Map<UUID, Candidate>> read(Workspace workspace, Collection<UUID> creators, FitCriteria wanted) {
        Instant now = clock.instant();
        Keywords keywords = new Keywords(wanted.keywords());
        return database.read(workspace, READ, Tuple.of(workspace.key(), creators.toArray(UUID[]::new)))
                // many long texts take a while to look through: not on the thread that serves connections
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    Map<UUID, List<Row>> byCreator = new LinkedHashMap<>();
                    for (Row row : rows) {
                        byCreator.computeIfAbsent(row.getUUID("id"), _ -> new ArrayList<>()).add(row);
                    }
                    Map<UUID, Candidate> candidates = new LinkedHashMap<>();
                    byCreator.forEach((id, ofCreator) -> candidates.put(id, candidate(ofCreator, keywords, now)));
                    return candidates;
                });
    }

    private static Candidate candidate(List<Row> accounts, Keywords keywords, Instant now) {
        Row creator = accounts.getFirst();
        List<Row> known = creator.getUUID("account_id") == null ? List.of() : accounts;
        String tier = creator.getString("tier");
        var evidence = new CreatorEvidence(creator.getUUID("id"), now, topics(known), values(known, "language"),
                values(known, "country"), tier == null ? null : Tier.valueOf(tier), creator.getString("tier_scheme"),
                known.stream().map(account -> Network.valueOf(account.getString("network"))).distinct().toList(), null,
                keywords.in(texts(creator, known)));
        return new Candidate(Stage.valueOf(creator.getString("stage")), evidence);
    }

    /** Returns a column's values; null when no account tells one. */
    private static @Nullable List<String> values(List<Row> accounts, String column) {
        List<String> values = accounts.stream().map(account -> account.getString(column)).filter(Objects::nonNull).toList();
        return values.isEmpty() ? null : values;
    }

    /** Returns the topics of the bios with their parents; null when there is no bio. */
    private static @Nullable List<String> topics(List<Row> accounts) {
        List<String> bios = values(accounts, "bio");
        if (bios == null) {
            return null;
        }
        Taxonomy taxonomy = Taxonomy.standard();
        Set<String> topics = new HashSet<>();
        for (String bio : bios) {
            for (TopicMatch match : taxonomy.match(bio)) {
                topics.add(match.topic());
                Topic topic = taxonomy.topic(match.topic());
                if (topic != null && topic.parent() != null) {
                    topics.add(topic.parent());
                }
            }
        }
        return List.copyOf(topics);
    }

    /** Returns what creators say of themselves: names, handles and bios. */
    private static List<String> texts(Row creator, List<Row> accounts) {
        List<String> texts = new ArrayList<>();
        texts.add(creator.getString("display_name"));
        for (Row account : accounts) {
            for (String column : List.of("account_name", "handle", "bio")) {
                if (account.getString(column) != null) {
                    texts.add(account.getString(column));
                }
            }
        }
        return texts;
    }
}
