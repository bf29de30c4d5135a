package io.groundswell.campaign.gallery.display;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.gallery.ProductTag;

/** A post as the public sees it in a collection. */
@Schema(name = "PublicItem")
public record PublicItem(
        UUID id,
        Network network,
        @Schema(description = "Plain text with line ends; show it as text, never as HTML") String text,
        @Schema(description = "BCP 47") @Nullable String language,
        PublicAuthor author,
        @Schema(description = "Whom to name beside the post", examples = "Mila (@mila.pours) on Instagram") String attribution,
        @Schema(description = "Where the post was published; https") @Nullable String permalink,
        Instant publishedAt,
        List<PublicMedium> media,
        List<ProductTag> products,
        boolean pinned) {

    public PublicItem {
        media = List.copyOf(media);
        products = List.copyOf(products);
    }

    /** Who published it, as far as the network tells. */
    @Schema(name = "PublicAuthor")
    public record PublicAuthor(@Schema(description = "Without @") @Nullable String handle, @Nullable String displayName) {

        /** Returns whom to name. */
        String attribution(Network network) {
            String on = nameOf(network);
            if (handle == null && displayName == null) {
                return on;
            }
            String who = handle == null ? String.valueOf(displayName) : "@" + handle;
            if (handle != null && displayName != null && !displayName.isBlank() && !displayName.equals(handle)) {
                who = displayName + " (" + who + ")";
            }
            return on.isEmpty() ? who : who + " on " + on;
        }

        private static String nameOf(Network network) {
            return switch (network) {
                case TIKTOK -> "TikTok";
                case YOUTUBE -> "YouTube";
                case LINKEDIN -> "LinkedIn";
                case OTHER -> "";
                default -> network.name().charAt(0) + network.name().substring(1).toLowerCase(Locale.ROOT);
            };
        }
    }

    /** A picture, film or sound. */
    @Schema(name = "PublicMedium")
    public record PublicMedium(@Schema(description = "IMAGE, VIDEO or AUDIO", examples = "IMAGE") String type,
            @Schema(description = "https") String url) {}
}
