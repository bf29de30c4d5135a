package io.groundswell.campaign.listening;

import java.net.URI;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;

/** Something that a network does not tell or does not permit, as it was when somebody looked. */
@Schema(name = "NetworkLimit")
record NetworkLimit(
        Network network,
        @Schema(description = "Stable name, kebab-case") String code,
        String summary,
        @Schema(description = "The number in it, where there is one") @Nullable Integer figure,
        @Schema(description = "ISO 8601 duration that the number is about") @Nullable String period,
        @Schema(description = "Where the network says so") URI source,
        @Schema(description = "When the source was last looked at; null: not since this was written") @Nullable LocalDate checkedOn) {}
