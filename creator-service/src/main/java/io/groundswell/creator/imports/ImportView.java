package io.groundswell.creator.imports;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an import has come. */
@Schema(name = "Import")
public record ImportView(
        String key,
        ImportSubject subject,
        @Schema(description = "Number of the last line that is stored or rejected, with all before it; sent again, the body is taken up behind it") long storedUpToLine,
        @Schema(description = "Whether the body came to its end") boolean finished,
        @Schema(description = "Over all times that the body was sent; lines that were passed over count once") ImportCounts lines,
        Instant startedAt,
        Instant updatedAt) {}
