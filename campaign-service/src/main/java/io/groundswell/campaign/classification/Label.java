package io.groundswell.campaign.classification;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something that was found out about a post.
 *
 * @param evidence what speaks for it; empty when it follows from the form of the post alone
 */
@Schema(name = "PostLabel")
public record Label(
        @Schema(required = true) Kind kind,
        @Schema(required = true, description = "CONTENT_TYPE: STATUS, IMAGE, VIDEO, AUDIO or LINK. TOPIC: an id of the taxonomy. DISCLOSURE: CLEAR, LATE (below what is seen without a tap), UNCLEAR (by a word that few understand) or ABSENT", examples = "coffee") String value,
        @Schema(required = true) List<Evidence> evidence,
        @Schema(required = true, description = "Name and version of what decided", examples = "groundswell-topics.1") String model) {

    public Label {
        evidence = List.copyOf(evidence);
    }

    /** What a label is about. */
    @Schema(name = "PostLabelKind")
    public enum Kind {
        CONTENT_TYPE, TOPIC, DISCLOSURE
    }

    /** Words of the post. */
    @Schema(name = "PostLabelEvidence")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evidence(
            @Schema(required = true, description = "As it was written", examples = "latte art") String text,
            @Schema(description = "Where it begins in the text, in UTF-16 units; absent for a hashtag that is not in the text", examples = "12") @Nullable Integer start,
            @Schema(required = true, description = "What of the model it is", examples = "latte art") String term) {}
}
