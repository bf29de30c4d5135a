package io.groundswell.campaign.rights.grant;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What a grant rests on. */
@Schema(name = "GrantEvidence")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(
        @Schema(description = "The network's id of the reply") @Nullable String replyId,
        @Schema(description = "The reply as it was; gone when its author was erased") @Nullable String text,
        @Schema(description = "SHA-256 of that text in UTF-8, in hexadecimal") @Nullable String textDigest,
        @Schema(description = "When it was published, or the button was pressed") @Nullable Instant at,
        @Schema(description = "SHA-256 of the canonical JSON (RFC 8785) of the terms that were agreed to") @Nullable String termsDigest,
        @Schema(description = "Language of the page on which the button was pressed") @Nullable String locale,
        @Schema(description = "Where a grant that was recorded is written down") @Nullable String reference) {

    /** Returns what a reply proves. */
    public static Evidence ofReply(String replyId, String text, String textDigest, Instant publishedAt, String termsDigest) {
        return new Evidence(replyId, text, textDigest, publishedAt, termsDigest, null, null);
    }

    /** Returns what a pressed button proves: that whoever had the link agreed to these terms. */
    public static Evidence ofClaim(Instant at, String termsDigest, String locale) {
        return new Evidence(null, null, null, at, termsDigest, locale, null);
    }

    /** Returns where the proof lies. */
    public static Evidence recorded(String reference, String termsDigest) {
        return new Evidence(null, null, null, null, termsDigest, null, reference);
    }
}
