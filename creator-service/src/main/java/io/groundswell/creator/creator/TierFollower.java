package io.groundswell.creator.creator;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.TierScheme;
import io.groundswell.creator.tier.TierSchemeChanged;
import io.groundswell.creator.tier.TierSchemes;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Makes stored tiers follow the scheme in force. After a scheme was added or withdrawn, when one begins, and after a restart
 * in between, creators are walked through in the order of their ids, a few hundred in each transaction, so that imports wait
 * for moments only. What is seen meanwhile is decided by the new scheme already; every tier says by which it was decided.
 */
@ApplicationScoped
class TierFollower {
    private static final Logger LOG = Logger.getLogger(TierFollower.class);
    private static final int CREATORS_AT_A_TIME = 500;
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);
    private static final UUID BEGINNING = new UUID(0, 0);

    private static final String PROGRESS = "select scheme, walked_to, finished_at from tier_following where workspace_id = $1";

    private static final String KEEP_PROGRESS = """
            insert into tier_following (workspace_id, scheme, walked_to, finished_at) values ($1, $2, $3, $4)
            on conflict (workspace_id) do update set scheme = excluded.scheme, walked_to = excluded.walked_to,
                finished_at = excluded.finished_at""";

    private final WorkspaceDatabase database;
    private final TierSchemes schemes;
    private final Sightings sightings;
    private final Vertx vertx;
    private final Clock clock;
    private @Nullable Long timer;

    TierFollower(WorkspaceDatabase database, TierSchemes schemes, Sightings sightings, Vertx vertx, Clock clock) {
        this.database = database;
        this.schemes = schemes;
        this.sightings = sightings;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(Duration.ofSeconds(1).toMillis(), BETWEEN_LOOKS.toMillis(), _ -> followAll());
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }

    void changed(@Observes TierSchemeChanged change) {
        inBackground(follow(change.workspace()));
    }

    private void followAll() {
        inBackground(schemes.workspacesWithTheirOwn()
                .chain(workspaces -> Multi.createFrom().iterable(workspaces)
                        .onItem().transformToUniAndConcatenate(this::follow)
                        .collect().asList())
                .replaceWithVoid());
    }

    private static void inBackground(Uni<Void> work) {
        work.subscribe().with(_ -> {},
                failure -> LOG.error("Stored tiers do not follow their scheme yet; tried again in a few minutes", failure));
    }

    /** Walks on until all creators of the workspace follow. */
    Uni<Void> follow(Workspace workspace) {
        return Uni.createFrom().deferred(() -> database.write(workspace, transaction -> step(transaction, workspace)))
                .repeat().whilst(isMore -> isMore)
                .collect().last()
                .replaceWithVoid();
    }

    /** Returns whether there may be more to do. */
    private Uni<Boolean> step(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(Sightings.LOCK.formatted("$1")).execute(Tuple.of(workspace.key()))
                .chain(() -> schemes.inForce(transaction, workspace))
                .chain(scheme -> transaction.preparedQuery(PROGRESS).execute(Tuple.of(workspace.key()))
                        .map(rows -> rows.size() == 0 ? null : progress(rows.iterator().next()))
                        .chain(progress -> step(transaction, workspace, scheme, progress)));
    }

    private Uni<Boolean> step(SqlConnection transaction, Workspace workspace, TierScheme scheme, @Nullable Progress progress) {
        boolean isOfScheme = progress != null && progress.scheme().equals(scheme.id());
        if (isOfScheme && Objects.requireNonNull(progress).isFinished()) {
            return Uni.createFrom().item(false);
        }
        UUID after = isOfScheme ? Objects.requireNonNull(progress).walkedTo() : BEGINNING;
        return sightings.reassess(transaction, workspace, scheme, after, CREATORS_AT_A_TIME)
                .chain(last -> keep(transaction, workspace, scheme, last == null ? after : last, last == null)
                        .replaceWith(last != null));
    }

    private Uni<Void> keep(SqlConnection transaction, Workspace workspace, TierScheme scheme, UUID walkedTo,
            boolean isFinished) {
        return transaction.preparedQuery(KEEP_PROGRESS)
                .execute(Tuple.from(Arrays.asList(workspace.key(), scheme.id(), walkedTo,
                        isFinished ? clock.instant().atOffset(ZoneOffset.UTC) : null)))
                .replaceWithVoid();
    }

    private static Progress progress(Row row) {
        return new Progress(row.getString("scheme"), row.getUUID("walked_to"), row.getOffsetDateTime("finished_at") != null);
    }

    private record Progress(String scheme, UUID walkedTo, boolean isFinished) {}
}
