package io.groundswell.campaign.rights.request;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.rights.grant.Grants;
import io.groundswell.campaign.rights.ledger.Ledger;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Lets time pass in all workspaces: requests nobody answered, grants that end. Any number of replicas may do it at once, because each
 * workspace is done under its ledger's lock by what is due then. Nobody depends on it being on time: whether a use is permitted is
 * decided by the clock when it is asked.
 */
@ApplicationScoped
class RightsSweep {
    private static final Logger LOG = Logger.getLogger(RightsSweep.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    /** The policies for {@code *} show what is due and nothing else. */
    private static final String DUE = "select workspace_id from rights_grant union select workspace_id from rights_request";

    private final WorkspaceDatabase database;
    private final Requests requests;
    private final Grants grants;
    private final Ledger ledger;
    private final Vertx vertx;
    private @Nullable Long timer;

    RightsSweep(WorkspaceDatabase database, Requests requests, Grants grants, Ledger ledger, Vertx vertx) {
        this.database = database;
        this.requests = requests;
        this.grants = grants;
        this.ledger = ledger;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(Duration.ofSeconds(1).toMillis(), BETWEEN_LOOKS.toMillis(), _ -> sweep().subscribe().with(
                _ -> {},
                failure -> LOG.error("Rights whose time is over are not ended yet; tried again in a moment", failure)));
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }

    /** Does what is due in every workspace. */
    Uni<Void> sweep() {
        return database.read(Workspace.EVERY, DUE, Tuple.tuple())
                .map(rows -> rows.stream().map(row -> new Workspace(row.getString("workspace_id"))).toList())
                .chain(workspaces -> Multi.createFrom().iterable(workspaces)
                        .onItem().transformToUniAndConcatenate(this::sweep).collect().asList())
                .replaceWithVoid();
    }

    private Uni<Integer> sweep(Workspace workspace) {
        return database.write(workspace, transaction -> ledger.lock(transaction, workspace)
                .chain(() -> requests.expireDue(transaction, workspace))
                .chain(expired -> grants.passTime(transaction, workspace).map(passed -> expired + passed)));
    }
}
