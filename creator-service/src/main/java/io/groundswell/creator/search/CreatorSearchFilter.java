package io.groundswell.creator.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.CreatorKind;
import io.groundswell.creator.creator.DiscoveredVia;
import io.groundswell.creator.creator.Network;
import io.groundswell.creator.creator.Stage;
import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.problem.ProblemException;

/** Search criteria as query parameters. A parameter may come several times: its values are alternatives. */
public class CreatorSearchFilter {
    @QueryParam("q")
    @Parameter(description = "Words and phrases in quotes, all of which must be found in names, handles, bios or tags; the last word may be unfinished. There is no other syntax. At most 200 characters and 16 words", example = "coffee amsterdam", schema = @Schema(maxLength = 200))
    @Nullable
    String q;
    @QueryParam("tier")
    @Parameter(description = "By the largest account")
    @Nullable
    List<Tier> tier;
    @QueryParam("network")
    @Parameter(description = "Has an account there")
    @Nullable
    List<Network> network;
    @QueryParam("topic")
    @Parameter(description = "Writes about it, or about what belongs to it: ids of topics", example = "[\"food\"]")
    @Nullable
    List<String> topic;
    @QueryParam("country")
    @Parameter(description = "Has an account from there (ISO 3166-1 alpha-2)", example = "[\"NL\"]")
    @Nullable
    List<String> country;
    @QueryParam("language")
    @Parameter(description = "Has an account in it (BCP 47); pt finds pt-BR too", example = "[\"pt\"]")
    @Nullable
    List<String> language;
    @QueryParam("stage")
    @Parameter(description = "How far the relationship has come")
    @Nullable
    List<Stage> stage;
    @QueryParam("kind")
    @Parameter(description = "What they are to the brand")
    @Nullable
    List<CreatorKind> kind;
    @QueryParam("discoveredVia")
    @Parameter(description = "The closest way in which they came to notice")
    @Nullable
    List<DiscoveredVia> discoveredVia;
    @QueryParam("tag")
    @Parameter(description = "Carries the tag", example = "[\"barista\"]")
    @Nullable
    List<String> tag;
    @QueryParam("campaignId")
    @Parameter(description = "Has posts that match the campaign")
    @Nullable
    List<UUID> campaignId;
    @QueryParam("minFollowers")
    @Parameter(description = "Of the largest account, at least", schema = @Schema(minimum = "0"))
    @Nullable
    Long minFollowers;
    @QueryParam("maxFollowers")
    @Parameter(description = "Of the largest account, at most", schema = @Schema(minimum = "0"))
    @Nullable
    Long maxFollowers;
    @QueryParam("minEngagement")
    @Parameter(description = "Engagement rate of the largest account that has one, as a fraction, at least", example = "0.03", schema = @Schema(minimum = "0"))
    @Nullable
    BigDecimal minEngagement;
    @QueryParam("maxEngagement")
    @Parameter(description = "Engagement rate of the largest account that has one, as a fraction, at most", example = "0.2", schema = @Schema(minimum = "0"))
    @Nullable
    BigDecimal maxEngagement;
    @QueryParam("profileId")
    @Parameter(description = "The customer profile by which creators are scored, in its latest version", example = "01a20850-0000-7000-8000-000000000301")
    @Nullable
    UUID profileId;
    @QueryParam("minScore")
    @Parameter(description = "Score by the profile, 0 to 100, at least; who may not be scored has none", example = "60", schema = @Schema(minimum = "0", maximum = "100"))
    @Nullable
    BigDecimal minScore;
    @QueryParam("maxScore")
    @Parameter(description = "Score by the profile, 0 to 100, at most", example = "90", schema = @Schema(minimum = "0", maximum = "100"))
    @Nullable
    BigDecimal maxScore;
    @QueryParam("sort")
    @Parameter(description = "Default: relevance when q is given, else recent, the last added first", schema = @Schema(enumeration = {
            "relevance", "recent", "followers", "-followers", "-engagement", "-score"}))
    @Nullable
    String sort;

    /**
     * Returns the criteria.
     *
     * @throws ProblemException 400 about the first parameter that cannot be asked
     */
    SearchCriteria criteria() {
        try {
            return new SearchCriteria(q, orNone(tier), orNone(network), orNone(topic), orNone(country), orNone(language),
                    orNone(stage), orNone(kind), orNone(discoveredVia), orNone(tag), orNone(campaignId), minFollowers,
                    maxFollowers, minEngagement,
                    maxEngagement, profileId, minScore, maxScore, sort);
        } catch (InvalidValue e) {
            throw ProblemException.parameter(e.field(), e.code(), e.detail());
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
