package io.groundswell.campaign.gallery;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PostState;

/** A post in a collection, as the brand sees it. */
@Schema(name = "CollectionItem")
public record ItemView(
        UUID postId,
        PostState postState,
        @Schema(description = "Whether the public sees it while the collection is published: it is publishable, and a grant permits DISPLAY for channel and territory at present") boolean shown,
        @Schema(description = "Null: not pinned") @Nullable Integer position,
        List<ProductTag> products) {

    public ItemView {
        products = List.copyOf(products);
    }
}
