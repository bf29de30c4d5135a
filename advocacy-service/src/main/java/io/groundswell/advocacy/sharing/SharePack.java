package io.groundswell.advocacy.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;

/** What a campaign gives employees to share. */
@Entity
@Table(name = "share_pack")
class SharePack {
    @EmbeddedId
    private WorkspaceKey key;
    @Column(name = "campaign_id")
    private UUID campaignId;
    private String title;
    @Column(name = "landing_url")
    private String landingUrl;
    private String disclosure;
    @Convert(converter = VariantsAsJson.class)
    @ColumnTransformer(read = "cast(variants as text)", write = "cast(cast(? as text) as jsonb)")
    private List<Variant> variants;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    private long version;

    /** For the object mapper only. */
    @SuppressWarnings("NullAway.Init")
    protected SharePack() {}

    SharePack(Workspace workspace, SharePackDraft draft, Clock clock) {
        this.key = new WorkspaceKey(workspace, Uuid7.next());
        this.campaignId = draft.campaignId();
        this.title = draft.title();
        this.landingUrl = draft.landingUrl();
        this.disclosure = Objects.requireNonNull(draft.disclosure());
        this.variants = draft.variants();
        // PostgreSQL keeps microseconds; what is answered must equal what is read again
        this.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    UUID id() {
        return key.id();
    }

    UUID campaignId() {
        return campaignId;
    }

    /** Returns where the short links of a network lead. */
    String destination(Network network) {
        return new LandingUrl(landingUrl).tagged(network, campaignId, id());
    }

    /**
     * Chooses a wording: the one asked for, or the first made for the network, or the first for any.
     *
     * @param asked position among the variants, from 0, or null
     * @throws InvalidValue at {@code variant} when there is none, or the one asked for is made for another network
     */
    int choose(Network network, @Nullable Integer asked) {
        if (asked != null) {
            if (asked < 0 || asked >= variants.size() || !variants.get(asked).suits(network)) {
                throw new InvalidValue("variant", "unsuitable-variant",
                        "Must be the position, from 0, of a variant for %s or for any network.".formatted(network));
            }
            return asked;
        }
        for (int i = 0; i < variants.size(); i++) {
            if (variants.get(i).network() == network) {
                return i;
            }
        }
        for (int i = 0; i < variants.size(); i++) {
            if (variants.get(i).network() == null) {
                return i;
            }
        }
        throw new InvalidValue("network", "no-variant", "The pack has no wording for %s.".formatted(network));
    }

    String textOf(int variant, String shortUrl) {
        return variants.get(variant).textWith(disclosure, shortUrl);
    }

    EntityTag tag() {
        return EntityTag.of(id(), version);
    }

    SharePackView view() {
        return new SharePackView(id(), campaignId, title, landingUrl, disclosure, variants, createdAt, version);
    }
}
