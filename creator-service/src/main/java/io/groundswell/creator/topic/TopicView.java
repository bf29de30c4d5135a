package io.groundswell.creator.topic;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.text.topic.Topic;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A topic of the taxonomy as the API shows it. */
@Schema(name = "Topic")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TopicView(
        @Schema(description = "Stable", examples = "coffee") String id,
        @Schema(description = "The topic that this one is part of; absent on the first level", examples = "food-drink") @Nullable String parent,
        @Schema(description = "By language") Map<String, String> names,
        @Schema(description = "By language; zxx: pictographs") Map<String, List<String>> keywords,
        @Schema(description = "Phrases in which a keyword means something else") List<String> except) {

    static TopicView of(Topic topic) {
        return new TopicView(topic.id(), topic.parent(), topic.names(), topic.keywords(), topic.except());
    }
}
