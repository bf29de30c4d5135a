package io.groundswell.campaign.listening;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.text.FoldedTerm;
import io.groundswell.kit.worker.Workers;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The terms of live campaigns, kept in memory per workspace. Each batch reads the revision in its own transaction, so an
 * acknowledged launch or pause holds for the next batch on every replica, without any message between them.
 */
@ApplicationScoped
class LiveCampaigns {
    private static final String REVISION = "select revision from live_campaigns where workspace_id = $1";
    private static final String TERMS = """
            select id, hashtags, mentions, keywords, networks, starts_at, ends_at from campaign
            where workspace_id = $1 and status = 'LIVE'""";

    private final Map<Workspace, PostMatcher> matchers = new ConcurrentHashMap<>();
    private final Workers workers;

    LiveCampaigns(Workers workers) {
        this.workers = workers;
    }

    /** Returns the matcher of the campaigns that are live in this transaction. */
    Uni<PostMatcher> matcher(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(REVISION).execute(Tuple.of(workspace.key())).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(PostMatcher.NOTHING_LIVE);
            }
            long revision = rows.iterator().next().getLong("revision");
            PostMatcher known = matchers.get(workspace);
            return known != null && known.revision() == revision
                    ? Uni.createFrom().item(known)
                    : load(transaction, workspace, revision);
        });
    }

    /** Ten thousand keywords take longer to build an index of than other requests may wait. */
    private Uni<PostMatcher> load(SqlConnection transaction, Workspace workspace, long revision) {
        return transaction.preparedQuery(TERMS).execute(Tuple.of(workspace.key()))
                .chain(rows -> workers.run(() -> build(revision, rows)))
                .invoke(matcher -> matchers.put(workspace, matcher));
    }

    private static PostMatcher build(long revision, RowSet<Row> campaigns) {
        var builder = new PostMatcher.Builder();
        for (Row row : campaigns) {
            builder.add(new PostMatcher.Listener(row.getUUID("id"), instant(row, "starts_at"), instant(row, "ends_at"),
                    networks(row)), folded(row, "hashtags"), folded(row, "mentions"),
                    List.of(row.getArrayOfStrings("keywords")));
        }
        return builder.build(revision);
    }

    private static Set<Network> networks(Row row) {
        Set<Network> networks = EnumSet.noneOf(Network.class);
        Arrays.stream(row.getArrayOfStrings("networks")).map(Network::valueOf).forEach(networks::add);
        return networks;
    }

    private static List<String> folded(Row row, String column) {
        return Arrays.stream(row.getArrayOfStrings(column)).map(FoldedTerm::of).toList();
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
