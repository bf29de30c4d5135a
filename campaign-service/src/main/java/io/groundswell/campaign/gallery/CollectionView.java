package io.groundswell.campaign.gallery;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.rights.licence.Channel;
import io.groundswell.kit.precondition.EntityTag;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A collection as the API shows it. */
@Schema(name = "Collection")
public record CollectionView(
        UUID id,
        @Schema(description = "Names the collection in public addresses; it cannot be guessed and never changes") String publicId,
        String name,
        String title,
        Channel channel,
        @Nullable String territory,
        @Nullable UUID campaignId,
        ItemOrder order,
        boolean published,
        @Nullable Instant publishedAt,
        @Schema(description = "Where the public reads it, while it is published") String publicUrl,
        @Schema(description = "A page that fills a screen and updates itself") String wallUrl,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Grows with each change; the ETag is made of it") long version) {

    /** Returns what can be changed. */
    CollectionDraft draft() {
        return new CollectionDraft(name, title, channel, territory, campaignId, order);
    }

    @JsonIgnore
    EntityTag tag() {
        return EntityTag.of(id, version);
    }
}
