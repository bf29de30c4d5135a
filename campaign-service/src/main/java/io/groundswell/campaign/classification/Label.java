package io.groundswell.campaign.classification;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something that was found out about a post.
 *
 * @param evidence what speaks for it; empty when it follows from the form of the post alone, or from nothing having been found
 * @param score of sentiment and near-duplicates only
 */
@Schema(name = "PostLabel")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Label(
        @Schema(required = true) Kind kind,
        @Schema(required = true, description = "CONTENT_TYPE: STATUS, IMAGE, VIDEO, AUDIO or LINK. TOPIC: an id of the taxonomy. DISCLOSURE: CLEAR, LATE (below what is seen without a tap), UNCLEAR (by a word that few understand) or ABSENT. SENTIMENT: POSITIVE, NEUTRAL or NEGATIVE; no label when the language has no list of words. BRAND_SAFETY, one label for each that was found: PROFANITY, INSULT, HATE, SEXUAL, VIOLENCE, DRUGS, GAMBLING or SCAM; otherwise NONE_FOUND, which is no promise that the post is safe, or no label when the language has no list of words. NEAR_DUPLICATE: SAME_TEXT or SIMILAR, with the id of the earlier post as its evidence's text", examples = "coffee") String value,
        @Schema(required = true) List<Evidence> evidence,
        @Schema(required = true, description = "Name and version of what decided", examples = "groundswell-topics.1") String model,
        @Schema(description = "SENTIMENT: from -1 to 1, negative below -0.05 and positive above 0.05. NEAR_DUPLICATE: estimated similarity, above 0 and at most 1. Absent for all others", examples = "0.64") @Nullable Double score) {

    public Label {
        evidence = List.copyOf(evidence);
    }

    /** Makes a label without a score. */
    public Label(Kind kind, String value, List<Evidence> evidence, String model) {
        this(kind, value, evidence, model, null);
    }

    /**
     * Returns that a post is much like an earlier one.
     *
     * @param similarity as {@link Fingerprint#similarity} tells it
     * @throws IllegalArgumentException when the texts are less alike than {@link Fingerprint#SIMILAR}
     */
    public static Label nearDuplicate(UUID earlierPost, double similarity) {
        if (!(similarity >= Fingerprint.SIMILAR && similarity <= 1)) {
            throw new IllegalArgumentException("Texts of a similarity of " + similarity + " are no near-duplicates");
        }
        boolean same = similarity == 1;
        String value = same ? "SAME_TEXT" : "SIMILAR";
        var evidence = new Evidence(earlierPost.toString(), null, same ? "same words" : "shared sequences of letters");
        return new Label(Kind.NEAR_DUPLICATE, value, List.of(evidence), Fingerprint.MODEL, similarity);
    }

    /** What a label is about. */
    @Schema(name = "PostLabelKind")
    public enum Kind {
        CONTENT_TYPE, TOPIC, DISCLOSURE, SENTIMENT, BRAND_SAFETY, NEAR_DUPLICATE
    }

    /** Words of the post. */
    @Schema(name = "PostLabelEvidence")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evidence(
            @Schema(required = true, description = "As it was written; of a NEAR_DUPLICATE the id of the earlier post", examples = "latte art") String text,
            @Schema(description = "Where it begins in the text, in UTF-16 units; absent for what is not in the text", examples = "12") @Nullable Integer start,
            @Schema(required = true, description = "What of the model it is; of SENTIMENT with what it weighs in this text, from about -6 to 6", examples = "latte art") String term) {}
}
