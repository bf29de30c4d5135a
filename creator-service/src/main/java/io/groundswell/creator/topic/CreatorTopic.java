package io.groundswell.creator.topic;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A topic that a creator makes content about.
 *
 * @param parent null for a topic of the first level
 * @param score in millionths, from 1 to 1,000,000: how little doubt the evidence leaves
 * @param evidence strongest first; that of a topic of the first level includes that of the topics below it
 */
public record CreatorTopic(String topic, @Nullable String parent, long score, List<TopicEvidence> evidence) {

    public CreatorTopic {
        evidence = List.copyOf(evidence);
    }
}
