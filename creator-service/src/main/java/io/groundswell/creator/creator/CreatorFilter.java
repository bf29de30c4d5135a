package io.groundswell.creator.creator;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.problem.ProblemException;

/** Which creators a list is to hold, and in which order. What is absent excludes nobody. */
public class CreatorFilter {
    @QueryParam("network")
    @Parameter(description = "Has an account there")
    @Nullable
    Network network;
    @QueryParam("language")
    @Parameter(description = "Has an account in this language (BCP 47); with network: that account", example = "pt-BR")
    @Nullable
    String language;
    @QueryParam("country")
    @Parameter(description = "Has an account from this country (ISO 3166-1 alpha-2); with network: that account", example = "NL")
    @Nullable
    String country;
    @QueryParam("tier")
    @Parameter(description = "By the largest account")
    @Nullable
    Tier tier;
    @QueryParam("kind")
    @Parameter(description = "What they are to the brand")
    @Nullable
    CreatorKind kind;
    @QueryParam("stage")
    @Parameter(description = "How far the relationship has come")
    @Nullable
    Stage stage;
    @QueryParam("discoveredVia")
    @Parameter(description = "The closest way in which they came to notice")
    @Nullable
    DiscoveredVia discoveredVia;
    @QueryParam("tag")
    @Parameter(description = "Has this tag, whatever its case and width", example = "vip")
    @Nullable
    String tag;
    @QueryParam("minFollowers")
    @Parameter(description = "Of the largest account, at least", schema = @Schema(minimum = "0"))
    @Nullable
    Long minFollowers;
    @QueryParam("maxFollowers")
    @Parameter(description = "Of the largest account, at most", schema = @Schema(minimum = "0"))
    @Nullable
    Long maxFollowers;
    @QueryParam("campaignId")
    @Parameter(description = "Has posts that match this campaign; each item then shows `participation`")
    @Nullable
    UUID campaignId;
    @QueryParam("sort")
    @Parameter(description = "Default: recent, the last added first. -posts needs campaignId", schema = @Schema(enumeration = {
            "recent",
            "followers", "-followers", "-posts"}))
    @Nullable
    String sort;

    CreatorSort order() {
        CreatorSort order = CreatorSort.of(sort);
        if (order.ranksParticipation() && campaignId == null) {
            throw ProblemException.parameter("sort", "needs-campaign", "sort=-posts needs campaignId.");
        }
        return order;
    }

    CursorScope scope(CursorScope list) {
        return list.with("network", network).with("language", language).with("country", country).with("tier", tier)
                .with("kind", kind).with("stage", stage).with("discoveredVia", discoveredVia).with("tag", tag)
                .with("minFollowers", minFollowers).with("maxFollowers", maxFollowers).with("campaignId", campaignId)
                .with("sort", order().parameter());
    }

    /** Returns the conditions on creator {@code c} and participation {@code p}. */
    List<String> conditions(SqlParameters parameters) {
        List<String> conditions = new ArrayList<>();
        add(conditions, parameters, "c.tier = %s", tier);
        add(conditions, parameters, "c.kind = %s", kind);
        add(conditions, parameters, "c.stage = %s", stage);
        add(conditions, parameters, "c.discovered_via = %s", discoveredVia);
        if (tag != null) {
            conditions.add("c.tags <> '{}'");
            add(conditions, parameters, "%s = any(c.tags)", foldedTag(tag));
        }
        add(conditions, parameters, "coalesce(c.followers, -1) >= %s", minFollowers);
        if (maxFollowers != null) {
            conditions.add("c.followers is not null");
            add(conditions, parameters, "coalesce(c.followers, -1) <= %s", maxFollowers);
        }
        List<String> ofAccount = new ArrayList<>();
        add(ofAccount, parameters, "f.network = %s", network);
        add(ofAccount, parameters, "f.language = %s", language);
        add(ofAccount, parameters, "f.country = %s", country);
        if (!ofAccount.isEmpty()) {
            conditions.add("exists (select from account f where f.workspace_id = $1 and f.creator_id = c.id and "
                    + String.join(" and ", ofAccount) + ")");
        }
        return conditions;
    }

    private static String foldedTag(String tag) {
        try {
            return Tags.read("tag", tag);
        } catch (InvalidValue e) {
            throw ProblemException.parameter("tag", e.code(), e.detail());
        }
    }

    private static void add(List<String> conditions, SqlParameters parameters, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition.formatted(parameters.add(value instanceof Enum<?> constant ? constant.name() : value)));
        }
    }
}
