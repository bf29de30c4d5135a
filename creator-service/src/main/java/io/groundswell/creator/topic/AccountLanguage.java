package io.groundswell.creator.topic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.topic.CreatorTexts.AccountTexts;
import io.groundswell.text.language.LanguageDetector;
import io.groundswell.text.language.LanguageGuess;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The language that an account writes in. One that the profile or the network tells is taken as it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountLanguage(
        UUID accountId,
        Network network,
        @Schema(description = "BCP 47; absent when it is not known", examples = "zh-Hant") @Nullable String language,
        @Schema(description = "DECLARED: by the profile or the network; DETECTED: from the bio; UNKNOWN: the bio does not show it") Source source,
        @Schema(description = "Of what was detected: how clearly the language stands out against the next likely one. It ranks, it is no calibrated probability", minimum = "0", maximum = "1") @Nullable BigDecimal confidence,
        @Schema(description = "Why it is not known: TOO_SHORT, or UNDECIDED between several") LanguageGuess.@Nullable Reason reason) {

    /** Where the language is known from. */
    public enum Source {
        DECLARED, DETECTED, UNKNOWN
    }

    /** Works it out from what is known of an account. A pure function. */
    public static AccountLanguage of(AccountTexts account) {
        String declared = account.language();
        if (declared != null) {
            return new AccountLanguage(account.accountId(), account.network(), declared, Source.DECLARED, null, null);
        }
        String bio = account.bio();
        return switch (LanguageDetector.detect(bio == null ? "" : bio)) {
            case LanguageGuess.Detected(String tag, double confidence) -> new AccountLanguage(account.accountId(),
                    account.network(), tag, Source.DETECTED, BigDecimal.valueOf(confidence).setScale(3, RoundingMode.HALF_UP),
                    null);
            case LanguageGuess.Unknown(LanguageGuess.Reason reason) -> new AccountLanguage(account.accountId(),
                    account.network(), null, Source.UNKNOWN, null, reason);
        };
    }
}
