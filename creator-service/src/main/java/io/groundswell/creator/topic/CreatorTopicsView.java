package io.groundswell.creator.topic;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.topic.CreatorTexts.AccountTexts;
import io.groundswell.text.topic.Taxonomy;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What a creator makes content about. */
@Schema(name = "CreatorTopics")
public record CreatorTopicsView(
        TaxonomyReference taxonomy,
        @Schema(description = "Highest score first; empty when nothing that the creator wrote shows a topic") List<Item> topics,
        @Schema(description = "Of each account, largest first") List<AccountLanguage> languages) {

    /** One topic with its evidence. */
    @Schema(name = "CreatorTopic")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Schema(examples = "coffee") String topic,
            @Schema(description = "Absent on the first level", examples = "food-drink") @Nullable String parent,
            @Schema(description = "How little doubt the evidence leaves: 1 - (1 - w1)(1 - w2)…, with the taxonomy's weights", minimum = "0", maximum = "1", examples = "0.595") BigDecimal score,
            @Schema(description = "Bios first, then hashtags by posts; of a topic of the first level, also that of the topics below it") List<TopicEvidence> evidence) {}

    static CreatorTopicsView of(Taxonomy taxonomy, List<AccountTexts> accounts) {
        List<String> bios = accounts.stream().flatMap(account -> java.util.stream.Stream.ofNullable(account.bio())).toList();
        List<HashtagUse> hashtags = accounts.stream().flatMap(account -> account.hashtags().stream()).toList();
        return new CreatorTopicsView(TaxonomyReference.of(taxonomy), CreatorTopics.of(taxonomy, bios, hashtags).stream()
                .map(topic -> new Item(topic.topic(), topic.parent(), BigDecimal.valueOf(topic.score(), 6), topic.evidence()))
                .toList(), accounts.stream().map(AccountLanguage::of).toList());
    }
}
