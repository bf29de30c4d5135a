package io.groundswell.creator.audience;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.KnownCreators;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;

/** Answers for one creator. */
@ApplicationScoped
class AudienceReport {
    private final WorkspaceDatabase database;
    private final KnownCreators creators;
    private final AudienceModels models;
    private final AudienceQualities qualities;
    private final Clock clock;

    AudienceReport(WorkspaceDatabase database, KnownCreators creators, AudienceModels models, AudienceQualities qualities,
            Clock clock) {
        this.database = database;
        this.creators = creators;
        this.models = models;
        this.qualities = qualities;
        this.clock = clock;
    }

    /** Judges the creator's audience, or fails with 404. */
    Uni<AudienceQualityView> of(Workspace workspace, UUID creatorId) {
        return database.write(workspace, transaction -> creators.find(transaction, workspace, creatorId)
                .chain(() -> models.inForce(transaction, workspace))
                .chain(model -> qualities.ofCreators(transaction, workspace, List.of(creatorId), model)
                        .map(found -> AudienceQualityView.of(creatorId, model,
                                found.getOrDefault(creatorId, new CreatorAudience(List.of())), clock.instant()))));
    }
}
