package io.groundswell.creator.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.groundswell.creator.topic.TopicEvidence.Source;
import io.groundswell.text.topic.Taxonomy;

class CreatorTopicsTest {
    private static final Taxonomy TAXONOMY = Taxonomy.standard();

    @Test
    void theScoreFollowsFromTheEvidence() {
        // When
        List<CreatorTopic> topics = CreatorTopics.of(TAXONOMY, List.of("Latte Art & Wandern", "latte art"),
                List.of(new HashtagUse("咖啡", 2), new HashtagUse("carpet", 9)));

        // Then
        assertEquals(List.of("coffee", "food-drink", "hiking", "travel"), topics.stream().map(CreatorTopic::topic).toList());
        CreatorTopic coffee = topics.getFirst();
        // 1 - (1 - 0.5)(1 - 0.1)²
        assertEquals(595_000, coffee.score());
        assertEquals(List.of(new TopicEvidence(Source.BIO, "Latte Art", "latte art", List.of("en"), null),
                new TopicEvidence(Source.HASHTAG, "#咖啡", "咖啡", List.of("zh-Hans", "zh-Hant"), 2L)), coffee.evidence());
    }

    @Test
    void aParentRestsOnAllThatItsChildrenRestOn() {
        // When
        List<CreatorTopic> topics = CreatorTopics.of(TAXONOMY, List.of("coffee, sourdough"), List.of());

        // Then
        CreatorTopic parent = topics.getFirst();
        assertEquals("food-drink", parent.topic());
        assertEquals(750_000, parent.score());
        assertEquals(List.of("coffee", "sourdough"), parent.evidence().stream().map(TopicEvidence::keyword).toList());
    }

    @Test
    void moreEvidenceNeverLowersAScore() {
        // Given
        long before = 0;

        // When
        for (int posts = 1; posts < 300; posts++) {
            long score = CreatorTopics.of(TAXONOMY, List.of(), List.of(new HashtagUse("coffee", posts))).getFirst().score();

            // Then
            assertTrue(score >= before && score <= 1_000_000, "at " + posts + " posts: " + score);
            before = score;
        }
    }

    @Test
    void accountsWithTheSameHashtagAddUp() {
        // When
        List<CreatorTopic> topics = CreatorTopics.of(TAXONOMY, List.of(),
                List.of(new HashtagUse("coffee", 1), new HashtagUse("coffee", 1)));

        // Then
        assertEquals(190_000, topics.getFirst().score());
        assertEquals(2, topics.getFirst().evidence().getFirst().posts());
    }

    @Test
    void nothingWrittenShowsNothing() {
        // When
        List<CreatorTopic> topics = CreatorTopics.of(TAXONOMY, List.of("", "…"), List.of());

        // Then
        assertEquals(List.of(), topics);
    }
}
