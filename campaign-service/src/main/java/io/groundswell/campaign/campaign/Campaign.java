package io.groundswell.campaign.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;

import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;

/**
 * A campaign. What the brand decides is fixed once it is live: posts are counted against the terms and metrics that were
 * agreed.
 */
@Entity
class Campaign {
    static final ProblemType GATE_NOT_MET = new ProblemType("launch-gate-not-met", 409, "The campaign is not ready to launch");
    static final ProblemType WRONG_STATUS = new ProblemType("wrong-campaign-status", 409,
            "The campaign's status does not allow this");

    @EmbeddedId
    private WorkspaceKey key;
    private String name;
    @Enumerated(EnumType.STRING)
    private Objective objective;
    private String[] hashtags;
    private String[] mentions;
    private String[] keywords;
    private String[] networks;
    @Column(name = "starts_at")
    private @Nullable Instant startsAt;
    @Column(name = "ends_at")
    private @Nullable Instant endsAt;
    private @Nullable String disclosure;
    @Convert(converter = KpisAsJson.class)
    @ColumnTransformer(read = "cast(kpis as text)", write = "cast(cast(? as text) as jsonb)")
    private List<Kpi> kpis;
    @Enumerated(EnumType.STRING)
    private CampaignStatus status;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Column(name = "launched_at")
    private @Nullable Instant launchedAt;
    @Column(name = "ended_at")
    private @Nullable Instant endedAt;
    @Version
    private long version;

    /** For the object mapper only. */
    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    @SuppressWarnings("NullAway.Init")
    Campaign(Workspace workspace, CampaignDraft draft, Clock clock) {
        this.key = new WorkspaceKey(workspace, Uuid7.next());
        this.status = CampaignStatus.DRAFT;
        this.createdAt = now(clock);
        take(draft);
        this.updatedAt = createdAt;
    }

    /** Replaces what the brand decided; only a draft can still be changed. */
    void revise(CampaignDraft draft, Clock clock) {
        if (status != CampaignStatus.DRAFT) {
            throw ProblemException.of(WRONG_STATUS,
                    "The campaign is %s; what was agreed can be changed in DRAFT only.".formatted(status));
        }
        take(draft);
        updatedAt = now(clock);
    }

    /** Goes live, or names every item that is still to be agreed. */
    void launch(Clock clock) {
        requireNext(CampaignStatus.LIVE, "launched");
        List<FieldError> unmet = LaunchGate.unmet(draft(), now(clock));
        if (!unmet.isEmpty()) {
            throw ProblemException.of(GATE_NOT_MET, "Agree on the items in 'errors', then launch again.", unmet);
        }
        enter(CampaignStatus.LIVE, clock);
        launchedAt = updatedAt;
    }

    /** Stops listening for a while. */
    void pause(Clock clock) {
        requireNext(CampaignStatus.PAUSED, "paused");
        enter(CampaignStatus.PAUSED, clock);
    }

    /** Listens again after a pause. */
    void resume(Clock clock) {
        if (status != CampaignStatus.PAUSED) {
            throw wrongStatus("resumed");
        }
        enter(CampaignStatus.LIVE, clock);
    }

    /** Stops listening for ever. */
    void end(Clock clock) {
        requireNext(CampaignStatus.ENDED, "ended");
        enter(CampaignStatus.ENDED, clock);
        endedAt = updatedAt;
    }

    UUID id() {
        return key.id();
    }

    EntityTag tag() {
        return EntityTag.of(id(), version);
    }

    CampaignDraft draft() {
        return new CampaignDraft(name, objective, List.of(hashtags), List.of(mentions), List.of(keywords),
                List.of(networks).stream().map(Network::valueOf).toList(), startsAt, endsAt, disclosure, kpis);
    }

    CampaignView view() {
        CampaignDraft draft = draft();
        return new CampaignView(id(), status, draft.name(), draft.objective(), draft.hashtags(), draft.mentions(),
                draft.keywords(), draft.networks(), startsAt, endsAt, disclosure, kpis, createdAt, updatedAt, launchedAt,
                endedAt, version);
    }

    private void take(CampaignDraft draft) {
        name = draft.name();
        objective = draft.objective();
        hashtags = draft.hashtags().toArray(String[]::new);
        mentions = draft.mentions().toArray(String[]::new);
        keywords = draft.keywords().toArray(String[]::new);
        networks = draft.networks().stream().map(Network::name).toArray(String[]::new);
        startsAt = draft.startsAt();
        endsAt = draft.endsAt();
        disclosure = draft.disclosure();
        kpis = draft.kpis();
    }

    private void enter(CampaignStatus next, Clock clock) {
        status = next;
        updatedAt = now(clock);
    }

    private void requireNext(CampaignStatus next, String verb) {
        if (status == next || !status.next().contains(next)) {
            throw wrongStatus(verb);
        }
    }

    private ProblemException wrongStatus(String verb) {
        return ProblemException.of(WRONG_STATUS, "A campaign that is %s cannot be %s.".formatted(status, verb));
    }

    /** PostgreSQL keeps microseconds; what is answered must equal what is read again. */
    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
