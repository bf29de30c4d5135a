package io.groundswell.creator.creator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.Tier;
import io.groundswell.creator.tier.TierAssessment;
import io.groundswell.creator.tier.TierScheme;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;

/** A person who makes content. The tier is that of the largest account. */
@Entity
class Creator {
    static final ProblemType WRONG_STAGE = new ProblemType("wrong-creator-stage", 409,
            "The relationship's stage does not allow this");

    private static final Comparator<Account> LARGEST_FIRST = Comparator
            .comparing((Account account) -> Objects.requireNonNullElse(account.facts().followers(), -1L)).reversed()
            .thenComparing(Account::id);

    @EmbeddedId
    private WorkspaceKey key;
    @Column(name = "display_name")
    private String displayName;
    @Enumerated(EnumType.STRING)
    private CreatorKind kind;
    @Enumerated(EnumType.STRING)
    private Stage stage;
    @Column(name = "discovered_via")
    @Enumerated(EnumType.STRING)
    private DiscoveredVia discoveredVia;
    private String[] tags;
    private @Nullable Long followers;
    @Enumerated(EnumType.STRING)
    private @Nullable Tier tier;
    @Column(name = "tier_scheme")
    private @Nullable String tierScheme;
    @Column(name = "tier_certain")
    private boolean tierCertain;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Version
    private long version;
    /** Loaded beside the row: the key of the two overlaps in a way that the object mapper cannot follow. */
    @Transient
    private final List<Account> accounts = new ArrayList<>();

    /** For the object mapper only. */
    @SuppressWarnings("NullAway.Init")
    protected Creator() {}

    /** A creator as it is stored. */
    Creator(WorkspaceKey key, CreatorView stored, @Nullable Long followers) {
        this.key = key;
        this.displayName = stored.displayName();
        this.kind = stored.kind();
        this.stage = stored.stage();
        this.discoveredVia = stored.discoveredVia();
        this.tags = stored.tags().toArray(String[]::new);
        this.followers = followers;
        TierAssessment assessment = stored.tier();
        if (assessment != null) {
            this.tier = assessment.tier();
            this.tierScheme = assessment.scheme();
            this.tierCertain = assessment.certain();
        }
        this.createdAt = stored.createdAt();
        this.updatedAt = stored.updatedAt();
        this.version = stored.version();
    }

    /** A creator seen for the first time, without an account yet. */
    Creator(Workspace workspace, String displayName, CreatorKind kind, DiscoveredVia via, Instant now) {
        this.key = new WorkspaceKey(workspace, Uuid7.next());
        this.displayName = displayName;
        this.kind = kind;
        this.stage = Stage.DISCOVERED;
        this.discoveredVia = via;
        this.tags = new String[0];
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Returns the name that an account gives to its owner. */
    static String nameOf(Network network, AccountFacts facts) {
        return facts.displayName() != null
                ? facts.displayName()
                : facts.handle() != null ? facts.handle() : network + " " + facts.userId();
    }

    /** Joins an account that belongs to this creator. */
    void own(Account account) {
        accounts.add(account);
    }

    /** Takes over what a sighting of one of the accounts tells; the name follows the network's until somebody changed it. */
    void see(Account account, Sighting sighting) {
        String formerName = nameOf(account.network(), account.facts());
        account.see(sighting);
        if (displayName.equals(formerName)) {
            displayName = nameOf(account.network(), account.facts());
        }
        discoveredVia = discoveredVia.closer(sighting.via());
        kind = Objects.requireNonNullElse(sighting.kind(), kind);
    }

    /** Decides the tier anew, by the largest account; returns the former tier, which is absent when there was none. */
    @Nullable
    Tier assess(TierScheme scheme) {
        Tier former = tier;
        accounts.forEach(account -> account.assess(scheme));
        Account largest = Collections.min(accounts, LARGEST_FIRST);
        TierAssessment assessment = largest.assessment(scheme);
        followers = largest.facts().followers();
        tier = assessment == null ? null : assessment.tier();
        tierScheme = assessment == null ? null : assessment.scheme();
        tierCertain = assessment != null && assessment.certain();
        return former;
    }

    void revise(CreatorRevision revision, Instant now) {
        displayName = revision.displayName();
        kind = revision.kind();
        tags = revision.tags().toArray(String[]::new);
        updatedAt = now;
    }

    /** Sorts a new creator in. */
    void tag(List<String> words) {
        tags = words.toArray(String[]::new);
    }

    /** Takes the relationship one step on. */
    void enter(Stage next, Instant now) {
        if (!stage.next().contains(next)) {
            throw ProblemException.of(WRONG_STAGE, "A creator who is %s cannot become %s; possible: %s."
                    .formatted(stage, next, stage.next()));
        }
        stage = next;
        updatedAt = now;
    }

    /** Counts a change that the object mapper does not see. */
    void touch(Instant now) {
        updatedAt = now;
        version++;
    }

    UUID id() {
        return key.id();
    }

    EntityTag tag() {
        return EntityTag.of(id(), version);
    }

    /** Returns what people may change. */
    CreatorRevision revision() {
        return new CreatorRevision(displayName, kind, List.of(tags));
    }

    CreatorKind kind() {
        return kind;
    }

    Stage stage() {
        return stage;
    }

    DiscoveredVia discoveredVia() {
        return discoveredVia;
    }

    @Nullable
    Long followers() {
        return followers;
    }

    @Nullable
    Tier tier() {
        return tier;
    }

    List<Account> accounts() {
        return accounts;
    }

    CreatorView view() {
        TierAssessment assessment = tier == null || tierScheme == null
                ? null
                : new TierAssessment(tier, tierScheme, tierCertain);
        return new CreatorView(id(), displayName, kind, stage, discoveredVia, List.of(tags), assessment,
                accounts.stream().sorted(LARGEST_FIRST).map(Account::view).toList(), null, createdAt, updatedAt, version);
    }
}
