package io.groundswell.creator.audience;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

/** Answers for one creator. */
@ApplicationScoped
class AudienceReport {
    private static final String EXISTS = "select 1 from creator where workspace_id = $1 and id = $2";

    private final WorkspaceDatabase database;
    private final AudienceModels models;
    private final AudienceQualities qualities;
    private final Clock clock;

    AudienceReport(WorkspaceDatabase database, AudienceModels models, AudienceQualities qualities, Clock clock) {
        this.database = database;
        this.models = models;
        this.qualities = qualities;
        this.clock = clock;
    }

    /** Judges the creator's audience, or fails with 404. */
    Uni<AudienceQualityView> of(Workspace workspace, UUID creatorId) {
        return database.write(workspace, transaction -> transaction.preparedQuery(EXISTS)
                .execute(Tuple.of(workspace.key(), creatorId))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound("creator", creatorId);
                    }
                })
                .chain(() -> models.inForce(transaction, workspace))
                .chain(model -> qualities.ofCreators(transaction, workspace, List.of(creatorId), model)
                        .map(found -> AudienceQualityView.of(creatorId, model,
                                found.getOrDefault(creatorId, new CreatorAudience(List.of())), clock.instant()))));
    }
}
