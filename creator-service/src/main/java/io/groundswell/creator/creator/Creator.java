package io.groundswell.creator.creator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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

    private static final String ERASED_NAME = "(erased)";
    static final Comparator<Account> LARGEST_FIRST = Comparator
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
    @Column(name = "employee_id")
    private @Nullable UUID employeeId;
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
    @Column(name = "merged_into")
    private @Nullable UUID mergedInto;
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
        this.employeeId = stored.employeeId();
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
        this(workspace, Uuid7.next(), displayName, kind, via, now);
    }

    /** A creator seen for the first time, who has an id already. */
    Creator(Workspace workspace, UUID id, String displayName, CreatorKind kind, DiscoveredVia via, Instant now) {
        this.key = new WorkspaceKey(workspace, id);
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

    /** Joins all accounts of this creator, in place of those that were joined before. */
    void own(Collection<Account> all) {
        accounts.clear();
        accounts.addAll(all);
    }

    /** Takes over what a sighting of one of the accounts tells; the name follows the network's until somebody changed it. */
    void see(Account account, Sighting sighting) {
        String formerName = nameOf(account.network(), account.facts());
        account.see(sighting);
        if (displayName.equals(formerName)) {
            displayName = nameOf(account.network(), account.facts());
        }
        become(sighting.kind(), sighting.via());
    }

    /** Takes over what somebody tells of the person, whichever account it came with; an employee who buys stays an employee. */
    void become(@Nullable CreatorKind told, DiscoveredVia via) {
        discoveredVia = discoveredVia.closer(via);
        if (told != null && !(kind == CreatorKind.EMPLOYEE && told == CreatorKind.CUSTOMER)) {
            kind = told;
        }
    }

    /** Decides the tier anew, by the largest account; returns the former tier, which is absent when there was none. */
    @Nullable
    Tier assess(TierScheme scheme) {
        Tier former = tier;
        accounts.forEach(account -> account.assess(scheme));
        if (accounts.isEmpty()) {
            return former;
        }
        Account largest = Collections.min(accounts, LARGEST_FIRST);
        TierAssessment assessment = largest.assessment(scheme);
        followers = largest.facts().followers();
        tier = assessment == null ? null : assessment.tier();
        tierScheme = assessment == null ? null : assessment.scheme();
        tierCertain = assessment != null && assessment.certain();
        return former;
    }

    /** Takes over what somebody measured of one of the accounts; returns the former tier. */
    @Nullable
    Tier follow(Account account, Sighting sighting, TierScheme scheme, Instant now) {
        see(account, sighting);
        updatedAt = now;
        return assess(scheme);
    }

    void revise(CreatorRevision revision, Instant now) {
        refuseErased();
        displayName = revision.displayName();
        kind = revision.kind();
        tags = revision.tags().toArray(String[]::new);
        employeeId = revision.employeeId();
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

    /** Takes in another creator who turned out to be the same person, with all accounts. The other's row keeps what it says. */
    Absorption absorb(Creator other, TierScheme scheme, Instant now) {
        List<Account> moved = List.copyOf(other.accounts);
        Standing before = standing();
        Standing after = before.unitedWith(other.standing());
        var absorption = new Absorption(id(), other.id(), moved.stream().map(Account::id).toList(), before, after, displayName,
                OwnersName.source(displayName, accounts), OwnersName.source(other.displayName, moved));
        stand(after);
        moved.forEach(account -> account.moveTo(id()));
        accounts.addAll(moved);
        other.accounts.clear();
        other.mergedInto = id();
        assess(scheme);
        updatedAt = now;
        other.updatedAt = now;
        return absorption;
    }

    /** Returns the accounts that came by this merge and are still here. */
    List<Account> accountsOf(Absorption merged) {
        return accounts.stream().filter(account -> merged.accounts().contains(account.id())).toList();
    }

    /**
     * Takes a merge back. Accounts return with their figures of today. What was learned or decided since stays with this
     * creator, but that a person who opted out since is taken at their word on both sides.
     *
     * @param absorbed the creator who was taken in, without an account
     */
    void release(Creator absorbed, Absorption merged, TierScheme scheme, Instant now) {
        List<Account> returning = accountsOf(merged);
        accounts.removeAll(returning);
        returning.forEach(account -> account.moveTo(absorbed.id()));
        absorbed.accounts.addAll(returning);
        absorbed.mergedInto = null;
        if (stage == Stage.OPTED_OUT && merged.after().stage() != Stage.OPTED_OUT) {
            absorbed.stage = Stage.OPTED_OUT;
        }
        stand(standing().releasedFrom(merged.before(), merged.after()));
        displayName = OwnersName.without(displayName, returning, accounts, merged);
        absorbed.displayName = OwnersName.of(merged.absorbedNamedAfter(), returning, absorbed.displayName);
        assess(scheme);
        absorbed.assess(scheme);
        updatedAt = now;
        absorbed.updatedAt = now;
    }

    private void stand(Standing standing) {
        kind = standing.kind();
        stage = standing.stage();
        discoveredVia = standing.discoveredVia();
        tags = standing.tags().toArray(String[]::new);
        employeeId = standing.employeeId();
    }

    Standing standing() {
        return new Standing(kind, stage, discoveredVia, List.of(tags), employeeId);
    }

    /** Returns the creator who has this one's accounts now, or null. */
    @Nullable
    UUID mergedInto() {
        return mergedInto;
    }

    /**
     * Checks that this creator has not gone up in another.
     *
     * @throws ProblemException 404 {@code creator-merged}, which names the other
     */
    Creator requireUnmerged() {
        if (mergedInto != null) {
            throw MergedCreator.problem(id(), mergedInto);
        }
        return this;
    }

    /** Forgets the person: what is left names nobody and has no account. */
    void erase(Instant now) {
        refuseErased();
        stage = Stage.ERASED;
        displayName = ERASED_NAME;
        kind = CreatorKind.EXTERNAL;
        employeeId = null;
        tags = new String[0];
        followers = null;
        tier = null;
        tierScheme = null;
        tierCertain = false;
        accounts.clear();
        updatedAt = now;
    }

    private void refuseErased() {
        if (stage == Stage.ERASED) {
            throw ProblemException.of(WRONG_STAGE, "This person was erased; nothing about them is kept or changed.");
        }
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
        return new CreatorRevision(displayName, kind, List.of(tags), employeeId);
    }

    long version() {
        return version;
    }

    CreatorKind kind() {
        return kind;
    }

    Stage stage() {
        return stage;
    }

    @Nullable
    UUID employeeId() {
        return employeeId;
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

    @Nullable
    String tierScheme() {
        return tierScheme;
    }

    boolean isTierCertain() {
        return tierCertain;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    List<Account> accounts() {
        return accounts;
    }

    /** Returns the tier of the largest account with what it rests on; null when no account tells its followers. */
    @Nullable
    TierAssessment assessment() {
        return tier == null || tierScheme == null ? null : new TierAssessment(tier, tierScheme, tierCertain);
    }

    CreatorView view() {
        return new CreatorView(id(), displayName, kind, stage, employeeId, discoveredVia, List.of(tags), assessment(),
                accounts.stream().sorted(LARGEST_FIRST).map(Account::view).toList(), null, createdAt, updatedAt, version);
    }
}
