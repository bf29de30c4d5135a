package io.groundswell.creator.topic;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.text.topic.Taxonomy;

/** Which list of keywords an answer rests on. */
public record TaxonomyReference(
        @Schema(examples = "groundswell-topics") String id,
        @Schema(description = "Grows with each change of meaning", minimum = "1") int version,
        @Schema(description = "The day of this version", format = "date", examples = "2026-11-24") String date) {

    static TaxonomyReference of(Taxonomy taxonomy) {
        return new TaxonomyReference(taxonomy.id(), taxonomy.version(), taxonomy.date().toString());
    }
}
