package io.groundswell.advocacy.sharing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A share pack as the API shows it. */
@Schema(name = "SharePack")
public record SharePackView(
        UUID id,
        UUID campaignId,
        String title,
        String landingUrl,
        String disclosure,
        @Schema(description = "Known by their position, from 0") List<Variant> variants,
        Instant createdAt,
        @Schema(description = "Grows with each change; the ETag is made of it") long version) {}
