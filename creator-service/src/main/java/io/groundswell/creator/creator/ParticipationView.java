package io.groundswell.creator.creator;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a creator contributed to the campaign that the list was asked for. */
@Schema(name = "Participation")
public record ParticipationView(
        @Schema(description = "Posts that match the campaign and were not withdrawn") long posts,
        Instant lastPostAt) {}
