package io.groundswell.creator.privacy;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.workspace.WorkspaceKey;

/** What the law asks about one creator. Without a row, the defaults hold. */
@Entity
@Table(name = "creator_privacy")
class CreatorPrivacy {
    @EmbeddedId
    private WorkspaceKey key;
    @Column(name = "lawful_basis")
    @Enumerated(EnumType.STRING)
    private LawfulBasis lawfulBasis;
    @Column(name = "basis_source")
    private @Nullable String basisSource;
    @Column(name = "basis_since")
    private Instant basisSince;
    @Column(name = "age_group")
    @Enumerated(EnumType.STRING)
    private AgeGroup ageGroup;
    @Column(name = "age_source")
    private @Nullable String ageSource;
    @Column(name = "age_since")
    private @Nullable Instant ageSince;
    @Column(name = "notice_sent_at")
    private @Nullable Instant noticeSentAt;
    @Column(name = "notice_channel")
    private @Nullable String noticeChannel;
    @Column(name = "objected_at")
    private @Nullable Instant objectedAt;
    @Column(name = "objection_reason")
    private @Nullable String objectionReason;
    @Version
    private long version;
    /** The first change makes a row, whose version must be told from that of none. */
    @Transient
    private boolean stored = true;

    /** For the object mapper only. */
    @SuppressWarnings("NullAway.Init")
    protected CreatorPrivacy() {}

    /**
     * What holds of a creator of whom nothing else is known.
     *
     * @param collectedAt when data on the person was first kept
     */
    CreatorPrivacy(WorkspaceKey key, Instant collectedAt) {
        this.key = key;
        this.lawfulBasis = LawfulBasis.LEGITIMATE_INTERESTS;
        this.basisSince = collectedAt;
        this.ageGroup = AgeGroup.UNKNOWN;
        this.stored = false;
    }

    boolean isStored() {
        return stored;
    }

    void becomeStored() {
        stored = true;
    }

    void revise(PrivacyRevision revision) {
        lawfulBasis = revision.lawfulBasis();
        basisSource = revision.basisSource();
        basisSince = revision.basisSince();
        ageGroup = revision.ageGroup();
        ageSource = revision.ageSource();
        ageSince = revision.ageSince();
    }

    /** Takes over what another source knows of the age. */
    void learn(MergedPrivacy.Age age) {
        ageGroup = age.group();
        ageSource = age.source();
        ageSince = age.since();
    }

    MergedPrivacy.Age age() {
        return new MergedPrivacy.Age(ageGroup, ageSource, ageSince);
    }

    /** The first notice is the one that counts. */
    void notified(String channel, Instant at) {
        if (noticeSentAt == null) {
            noticeSentAt = at;
            noticeChannel = channel;
        }
    }

    /** The first objection is the one that counts. */
    void objected(@Nullable String reason, Instant at) {
        if (objectedAt == null) {
            objectedAt = at;
            objectionReason = reason;
        }
    }

    AgeGroup ageGroup() {
        return ageGroup;
    }

    /** Returns what people may change. */
    PrivacyRevision revision() {
        return new PrivacyRevision(lawfulBasis, basisSource, basisSince, ageGroup, ageSource, ageSince);
    }

    private long shownVersion() {
        return stored ? version + 1 : 0;
    }

    EntityTag tag() {
        return EntityTag.of(key.id(), shownVersion());
    }

    /**
     * Returns this as the API shows it.
     *
     * @param noticeMonths calendar months within which the person must be told
     */
    PrivacyView view(Instant collectedAt, int noticeMonths, @Nullable ErasureView erasure) {
        return new PrivacyView(key.id(), lawfulBasis, basisSource, basisSince, ageGroup, ageSource, ageSince, collectedAt,
                PrivacyTerms.noticeDue(collectedAt, noticeMonths), noticeSentAt, noticeChannel, objectedAt, objectionReason,
                erasure, shownVersion());
    }
}
