package io.groundswell.creator.topic;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.text.topic.Taxonomy;

/** All topics, parents before their children. */
@Schema(name = "Taxonomy")
public record TaxonomyView(
        TaxonomyReference taxonomy,
        @Schema(description = "Share of the remaining doubt that one piece of evidence takes away") Weights weights,
        List<TopicView> items) {

    /** How much a piece of evidence says. */
    @Schema(name = "TopicWeights")
    public record Weights(@Schema(description = "Of a keyword in bios") BigDecimal bio,
            @Schema(description = "Of a keyword in the hashtags of one post") BigDecimal hashtag) {}

    static TaxonomyView of(Taxonomy taxonomy) {
        return new TaxonomyView(TaxonomyReference.of(taxonomy),
                new Weights(BigDecimal.valueOf(taxonomy.weights().bio()), BigDecimal.valueOf(taxonomy.weights().hashtag())),
                taxonomy.topics().stream().map(TopicView::of).toList());
    }
}
