package io.groundswell.creator.topic;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Why a creator is said to make content about a topic. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TopicEvidence(
        Source source,
        @Schema(description = "The words as they were written; a hashtag is folded", examples = "Latte Art") String text,
        @Schema(description = "The keyword of the taxonomy that they are", examples = "latte art") String keyword,
        @Schema(description = "The languages that list the keyword; zxx: a pictograph") List<String> languages,
        @Schema(description = "Of a hashtag: in how many posts", minimum = "1") @Nullable Long posts) {

    public TopicEvidence {
        languages = List.copyOf(languages);
    }

    /** Where words were found. */
    public enum Source {
        BIO, HASHTAG
    }
}
