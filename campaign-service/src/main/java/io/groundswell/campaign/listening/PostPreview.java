package io.groundswell.campaign.listening;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.classification.Classification;
import io.groundswell.campaign.classification.Label;
import io.groundswell.campaign.classification.PostLanguage;
import io.groundswell.campaign.moderation.Verdict;
import io.groundswell.campaign.text.Cashtags;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What ingest would make of a post. */
@Schema(name = "PostPreview")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PostPreview(
        @Schema(required = true, description = "MATCHED: it would be kept. UNMATCHED: it belongs to no live campaign. IGNORED: of no concern, see detail") Outcome outcome,
        @Schema(description = "Why it is ignored") @Nullable String detail,
        @Schema(description = "Absent when it is ignored before it is read") @Nullable Content post,
        @Schema(description = "The live campaigns that it belongs to, and why") @Nullable List<MatchingCampaign> campaigns,
        @Schema(description = "What the moderation rules would make of it as a new post. Rules for single campaigns count only for campaigns that it belongs to") @Nullable Verdict decision) {

    /** Whether it would be kept. */
    @Schema(name = "PreviewOutcome")
    enum Outcome {
        MATCHED, UNMATCHED, IGNORED
    }

    /** The post as it was understood. */
    @Schema(name = "PreviewedPost")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Content(
            @Schema(required = true) Network network,
            @Schema(required = true) String networkPostId,
            @Schema(required = true) Author author,
            @Schema(required = true, description = "Plain text; show it as text, never as HTML") String text,
            @Schema(required = true, description = "Folded, without #; also those that the network names beside the text", examples = "[\"springroast\"]") Set<String> hashtags,
            @Schema(required = true, description = "Folded, without @", examples = "[\"harbourcoffee\"]") Set<String> mentions,
            @Schema(required = true) Set<String> links,
            @Schema(required = true, description = "Stock symbols, without $, in upper case", examples = "[\"SBUX\"]") Set<String> cashtags,
            @Schema(required = true) Engagement engagement,
            @Schema(required = true) List<Media> media,
            @Schema(required = true) PostLanguage language,
            @Schema(required = true) List<Label> labels) {

        static Content of(NetworkPost post, Classification classification) {
            return new Content(post.network(), post.networkPostId(), post.author(), post.text(), post.terms().hashtags(),
                    post.terms().mentions(), post.terms().links(), Cashtags.in(post.text()), post.engagement(), post.media(),
                    classification.language(), classification.labels());
        }
    }

    /** A campaign that the post belongs to. */
    @Schema(name = "MatchingCampaign")
    record MatchingCampaign(@Schema(required = true) UUID id, @Schema(required = true) String name,
            @Schema(required = true, description = "What the campaign listens for and the post has") List<Match.Term> terms) {}

    static PostPreview ignored(String detail) {
        return new PostPreview(Outcome.IGNORED, detail, null, null, null);
    }

    static PostPreview of(NetworkPost post, Classification classification, List<MatchingCampaign> campaigns,
            Verdict decision) {
        return new PostPreview(campaigns.isEmpty() ? Outcome.UNMATCHED : Outcome.MATCHED, null,
                Content.of(post, classification), campaigns, decision);
    }

    /** Nothing is said of what somebody wrote who was erased. */
    static PostPreview erased() {
        return ignored("The author was erased; nothing of the post is kept.");
    }
}
