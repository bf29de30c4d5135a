package io.groundswell.creator.creator;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.Tier;
import io.groundswell.creator.tier.TierAssessment;
import io.groundswell.creator.tier.TierScheme;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;

/** A creator's presence on one network. Identity is settled by {@link AccountIndex}; here figures move forward in time. */
@Entity
class Account {
    @EmbeddedId
    private WorkspaceKey key;
    @Column(name = "creator_id")
    private UUID creatorId;
    @Enumerated(EnumType.STRING)
    private Network network;
    @Embedded
    private AccountFacts facts;
    @Column(name = "handle_key")
    private @Nullable String handleKey;
    @Enumerated(EnumType.STRING)
    private @Nullable Tier tier;
    @Column(name = "tier_certain")
    private boolean tierCertain;
    @Column(name = "observed_at")
    private Instant observedAt;
    private @Nullable UUID told;

    /** For the object mapper only. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /** An account seen for the first time; its handle is not claimed yet. */
    Account(Workspace workspace, UUID creatorId, Sighting sighting) {
        this(new WorkspaceKey(workspace, Uuid7.next()), creatorId, sighting.profile().network(),
                AccountFacts.of(sighting.profile(), sighting.postLanguage()), null, null, false, sighting.observedAt());
    }

    /** An account as it is stored. */
    Account(WorkspaceKey key, UUID creatorId, Network network, AccountFacts facts, @Nullable String handleKey,
            @Nullable Tier tier, boolean tierCertain, Instant observedAt) {
        this.key = key;
        this.creatorId = creatorId;
        this.network = network;
        this.facts = facts;
        this.handleKey = handleKey;
        this.tier = tier;
        this.tierCertain = tierCertain;
        this.observedAt = observedAt;
    }

    /** Takes over what the sighting tells, unless something later is known; an id is taken in any case. */
    void see(Sighting sighting) {
        if (isOverdue(sighting)) {
            facts = facts.identifiedBy(sighting.profile().userId());
            return;
        }
        AccountFacts before = facts;
        facts = facts.updatedBy(sighting.profile(), sighting.postLanguage());
        if (sighting.dated() || !facts.equals(before)) {
            observedAt = sighting.observedAt();
        }
    }

    /** Tells whether something later is known. */
    boolean isOverdue(Sighting sighting) {
        return sighting.observedAt().isBefore(observedAt);
    }

    void assess(TierScheme scheme) {
        TierAssessment assessment = assessment(scheme);
        tier = assessment == null ? null : assessment.tier();
        tierCertain = assessment != null && assessment.certain();
    }

    /** Returns null when the number of followers is not known. */
    @Nullable
    TierAssessment assessment(TierScheme scheme) {
        Long followers = facts.followers();
        Long precision = facts.followersPrecision();
        return followers == null ? null : scheme.assess(followers, precision == null ? 1 : precision);
    }

    void claim(String handle) {
        handleKey = handle;
    }

    /** Joins another creator, its owner having turned out to be that person. */
    void moveTo(UUID otherCreatorId) {
        creatorId = otherCreatorId;
    }

    void loseClaim() {
        handleKey = null;
    }

    /** Keeps what the account was last told, so that the same again can be passed over; null when nothing may be. */
    void remember(@Nullable UUID digest) {
        told = digest;
    }

    @Nullable
    UUID told() {
        return told;
    }

    UUID id() {
        return key.id();
    }

    UUID creatorId() {
        return creatorId;
    }

    Network network() {
        return network;
    }

    AccountFacts facts() {
        return facts;
    }

    Figures figures() {
        return new Figures(facts.followers(), facts.followersPrecision(), facts.following(), facts.posts());
    }

    @Nullable
    String handleKey() {
        return handleKey;
    }

    @Nullable
    Tier tier() {
        return tier;
    }

    boolean isTierCertain() {
        return tierCertain;
    }

    Instant observedAt() {
        return observedAt;
    }

    /** Returns the name that this account gives to its owner. */
    String ownersName() {
        return Creator.nameOf(network, facts);
    }

    AccountView view() {
        return new AccountView(id(), network, facts.handle(), facts.userId(), facts.displayName(), facts.followers(),
                facts.followersPrecision(), facts.following(), facts.posts(), facts.bio(), facts.language(), facts.country(),
                facts.verified(), facts.profileUrl(), facts.hasPicture(), facts.joinedAt(), facts.website(), tier, observedAt);
    }
}
