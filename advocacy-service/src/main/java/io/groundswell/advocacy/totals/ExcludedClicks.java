package io.groundswell.advocacy.totals;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is not in {@code clicks}, and why. */
@Schema(name = "ExcludedClicks")
public record ExcludedClicks(
        @Schema(description = "By crawlers, fetchers of previews, programs, and whoever tells no user agent") long bots,
        @Schema(description = "By the same visitor on the same link within 30 minutes of the one before") long repeats) {}
