package io.groundswell.campaign.classification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.text.language.LanguageDetector;
import io.groundswell.text.language.LanguageGuess;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A post's language, as it is declared and as the text shows it. */
@Schema(name = "PostLanguage")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostLanguage(
        @Schema(description = "BCP 47, as the author or the network says") @Nullable String declared,
        @Schema(description = "BCP 47, by the text", examples = "es") @Nullable String detected,
        @Schema(description = "Above 0 and at most 1: how clearly it stands out against the next likely one; no calibrated probability", examples = "0.93") @Nullable Double confidence,
        @Schema(description = "Why none was detected: TOO_SHORT or UNDECIDED") LanguageGuess.@Nullable Reason reason) {

    static PostLanguage of(PostContent post) {
        return switch (LanguageDetector.detect(post.text())) {
            case LanguageGuess.Detected(String tag, double confidence) ->
                new PostLanguage(post.declaredLanguage(), tag, confidence, null);
            case LanguageGuess.Unknown(LanguageGuess.Reason reason) ->
                new PostLanguage(post.declaredLanguage(), null, null, reason);
        };
    }

    /** Returns by which language's lists of words the text is read: what it shows goes first, for many declare their phone's. */
    @Nullable
    String shownOrDeclared() {
        return detected == null ? declared : detected;
    }
}
