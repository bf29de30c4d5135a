package io.groundswell.campaign.campaign;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.outbox.Outbox;
import io.groundswell.kit.outbox.OutboxEvent;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceTransaction;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What can be done with campaigns. The changing operations run within the caller's transaction. */
@ApplicationScoped
class Campaigns {
    private static final String TELL_LISTENERS = """
            insert into live_campaigns (workspace_id, revision) values (?1, 1)
            on conflict (workspace_id) do update set revision = live_campaigns.revision + 1""";

    private final CampaignRepository repository;
    private final WorkspaceTransaction transaction;
    private final Outbox outbox;
    private final Clock clock;

    Campaigns(CampaignRepository repository, WorkspaceTransaction transaction, Outbox outbox, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Campaign> get(Workspace workspace, UUID id) {
        return transaction.run(workspace, () -> repository.get(workspace, id));
    }

    Uni<Campaign> create(Workspace workspace, CampaignDraft draft) {
        return repository.persist(new Campaign(workspace, draft, clock));
    }

    Uni<Campaign> revise(Workspace workspace, UUID id, @Nullable String ifMatch, UnaryOperator<CampaignDraft> change) {
        return load(workspace, id, ifMatch)
                .invoke(campaign -> campaign.revise(change.apply(campaign.draft()), clock))
                .call(Campaigns::flush);
    }

    Uni<Campaign> launch(Workspace workspace, UUID id, @Nullable String ifMatch) {
        return load(workspace, id, ifMatch)
                .invoke(campaign -> campaign.launch(clock))
                .call(() -> listenAnew(workspace))
                .call(campaign -> tell(workspace, campaign, CampaignEvent.LAUNCHED));
    }

    Uni<Campaign> pause(Workspace workspace, UUID id, @Nullable String ifMatch) {
        return load(workspace, id, ifMatch)
                .invoke(campaign -> campaign.pause(clock))
                .call(() -> listenAnew(workspace));
    }

    Uni<Campaign> resume(Workspace workspace, UUID id, @Nullable String ifMatch) {
        return load(workspace, id, ifMatch)
                .invoke(campaign -> campaign.resume(clock))
                .call(() -> listenAnew(workspace));
    }

    Uni<Campaign> end(Workspace workspace, UUID id, @Nullable String ifMatch) {
        return load(workspace, id, ifMatch)
                .invoke(campaign -> campaign.end(clock))
                .call(() -> listenAnew(workspace))
                .call(campaign -> tell(workspace, campaign, CampaignEvent.ENDED));
    }

    private Uni<Campaign> load(Workspace workspace, UUID id, @Nullable String ifMatch) {
        return repository.get(workspace, id)
                .invoke(campaign -> Preconditions.requireMatch(ifMatch, campaign.tag()));
    }

    /** Makes every replica's ingest load the terms of live campaigns again before its next batch. */
    private static Uni<Void> listenAnew(Workspace workspace) {
        return flush().chain(() -> Panache.getSession()).chain(session -> session.createNativeQuery(TELL_LISTENERS)
                .setParameter(1, workspace.key())
                .executeUpdate()).replaceWithVoid();
    }

    private Uni<Void> tell(Workspace workspace, Campaign campaign, String type) {
        return outbox.append(workspace, List.of(OutboxEvent.of("campaign", campaign.id(), type, clock.instant(),
                CampaignEvent.of(campaign.draft()))));
    }

    /** Writes now, so that the answer shows the version that the row has. */
    private static Uni<Void> flush() {
        return Panache.getSession().chain(session -> session.flush());
    }
}
