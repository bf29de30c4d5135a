package io.groundswell.campaign.rights.request;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.rights.licence.LicenceTerms;
import io.groundswell.kit.problem.InvalidValue;

/** What is to be asked. */
@Schema(name = "RightsRequestDraft")
public record RequestDraft(
        @Schema(required = true, description = "An approved post") UUID postId,
        @Schema(required = true) LicenceTerms terms,
        @Schema(description = "en, de, es, fr, ja, zh-Hans or zh-Hant; default: the post's language, else en") @Nullable RequestLocale locale,
        @Schema(description = "What the author writes to say yes; default: that of the settings", examples = "#yesHarbour") @Nullable String approvalHashtag,
        @Schema(description = "The brand's handle on the post's network; default: that of the settings", examples = "@harbourcoffee") @Nullable String brandMention) {

    public RequestDraft {
        InvalidValue.require(postId, "postId");
        InvalidValue.require(terms, "terms");
        approvalHashtag = approvalHashtag == null ? null : Signs.hashtag("approvalHashtag", approvalHashtag);
        brandMention = brandMention == null ? null : Signs.mention("brandMention", brandMention);
    }
}
