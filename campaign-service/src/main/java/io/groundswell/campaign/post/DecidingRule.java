package io.groundswell.campaign.post;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A moderation rule as it was when it decided on a post, so that the decision can be explained after the rule changed. */
@Schema(name = "DecidingRule")
public record DecidingRule(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "No competitors") String name,
        @Schema(required = true) Action action,
        @Schema(required = true, description = "What of the post spoke for it, 5 places at most; empty once the post is withdrawn") List<Evidence> evidence) {

    public DecidingRule {
        evidence = List.copyOf(evidence);
    }

    /** What a rule does, the strongest first: of several rules that apply, the one with the first action decides. */
    @Schema(name = "ModerationAction")
    public enum Action {
        BLOCK(PostState.REJECTED), QUARANTINE(PostState.QUARANTINED), ALLOW(PostState.APPROVED);

        private final PostState state;

        Action(PostState state) {
            this.state = state;
        }

        /** Returns where a post stands on which such a rule decided. */
        public PostState state() {
            return state;
        }
    }

    /** Something of the post. */
    @Schema(name = "ModerationEvidence")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evidence(
            @Schema(required = true, description = "As the post has it; the first 200 characters", examples = "Seabrew") String text,
            @Schema(description = "Where it begins in the text, in UTF-16 units; absent when it is not of the text", examples = "12") @Nullable Integer start,
            @Schema(required = true, description = "What the rule asked for", examples = "seabrew") String term) {
        private static final int LONGEST = 200;

        public Evidence {
            if (text.length() > LONGEST) {
                text = text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
            }
        }
    }
}
