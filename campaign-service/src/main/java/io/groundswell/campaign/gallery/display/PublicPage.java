package io.groundswell.campaign.gallery.display;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.paging.PageLinks;

/**
 * What was read of a collection, in one snapshot.
 *
 * @param revision of what the workspace shows
 * @param shown null when the collection is not public
 */
record PublicPage(String revision, @Nullable Shown shown) {

    /**
     * Part of a public collection.
     *
     * @param changedAt when the collection was changed last
     * @param firstEnd when the first of the posts may not be shown any more; null: at no known time
     */
    record Shown(PublicCollection collection, Instant changedAt, @Nullable Instant firstEnd) {
        Instant updatedAt() {
            return collection.items().stream().map(PublicItem::publishedAt).filter(changedAt::isBefore)
                    .max(Instant::compareTo).orElse(changedAt);
        }

        List<PublicItem> items() {
            return collection.items();
        }

        PageLinks page() {
            return collection.page();
        }
    }
}
