package io.groundswell.campaign.gallery;

import java.util.Objects;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.rights.licence.Channel;
import io.groundswell.campaign.rights.licence.Territories;

/** What a brand decides about a collection. */
public record CollectionDraft(
        @Schema(description = "1 to 100 characters, for the brand alone", examples = "Home page, spring", required = true) String name,
        @Schema(description = "1 to 200 characters, shown in public", examples = "Spring in your cup", required = true) String title,
        @Schema(description = "Where it is shown; posts need a grant for it. Default: WEBSITE") Channel channel,
        @Schema(description = "Country in which it is shown, ISO 3166-1 alpha-2. Null: everywhere, so only posts granted for everywhere are shown", examples = "DE") @Nullable String territory,
        @Schema(description = "Shows all publishable posts of this campaign. Null: posts are picked by hand. Cannot be changed later") @Nullable UUID campaignId,
        @Schema(description = "Default: NEWEST") ItemOrder order) {

    public CollectionDraft {
        name = Texts.line("name", name, 100);
        title = Texts.line("title", title, 200);
        channel = Objects.requireNonNullElse(channel, Channel.WEBSITE);
        order = Objects.requireNonNullElse(order, ItemOrder.NEWEST);
        if (territory != null) {
            Territories.checked("territory", territory);
        }
    }
}
