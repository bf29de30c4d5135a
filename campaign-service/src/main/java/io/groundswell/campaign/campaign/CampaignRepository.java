package io.groundswell.campaign.campaign;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Campaigns by their key, within a transaction of their workspace. */
@ApplicationScoped
class CampaignRepository implements PanacheRepositoryBase<Campaign, WorkspaceKey> {

    /** Returns the campaign, or fails with 404. */
    Uni<Campaign> get(Workspace workspace, UUID id) {
        return findById(new WorkspaceKey(workspace, id)).onItem().ifNull()
                .failWith(() -> ProblemException.notFound("campaign", id));
    }
}
