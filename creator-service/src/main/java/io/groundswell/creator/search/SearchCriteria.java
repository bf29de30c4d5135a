package io.groundswell.creator.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.CreatorKind;
import io.groundswell.creator.creator.DiscoveredVia;
import io.groundswell.creator.creator.Network;
import io.groundswell.creator.creator.Stage;
import io.groundswell.creator.creator.Tags;
import io.groundswell.creator.search.index.Dimension;
import io.groundswell.creator.search.index.Figure;
import io.groundswell.creator.search.index.Order;
import io.groundswell.creator.search.index.Scoring;
import io.groundswell.creator.search.index.SearchQuery;
import io.groundswell.creator.search.index.SearchQuery.Range;
import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/** Which creators are looked for, and in which order. Several values of one member are alternatives; all members must hold. */
@Schema(name = "SearchCriteria")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SearchCriteria(
        @Schema(description = "Words and phrases in quotes, all of which must be found; at most 200 characters", examples = "coffee amsterdam") @Nullable String q,
        @Schema(description = "By the largest account") List<Tier> tier,
        @Schema(description = "Has an account there") List<Network> network,
        @Schema(description = "Writes about it, or about what belongs to it: ids of topics", examples = "[\"coffee\"]") List<String> topic,
        @Schema(description = "Has an account from there (ISO 3166-1 alpha-2)", examples = "[\"NL\"]") List<String> country,
        @Schema(description = "Has an account in it (BCP 47); pt finds pt-BR too", examples = "[\"pt\"]") List<String> language,
        List<Stage> stage,
        List<CreatorKind> kind,
        List<DiscoveredVia> discoveredVia,
        @Schema(description = "Carries the tag", examples = "[\"barista\"]") List<String> tag,
        @Schema(description = "Has posts that match the campaign") List<UUID> campaignId,
        @Schema(description = "Of the largest account", minimum = "0") @Nullable Long minFollowers,
        @Schema(description = "Of the largest account", minimum = "0") @Nullable Long maxFollowers,
        @Schema(description = "Engagement rate of the largest account that has one, as a fraction, at least", minimum = "0", examples = "0.03") @Nullable BigDecimal minEngagement,
        @Schema(description = "Engagement rate of the largest account that has one, as a fraction, at most", minimum = "0", examples = "0.2") @Nullable BigDecimal maxEngagement,
        @Schema(description = "The customer profile by which creators are scored, in its latest version") @Nullable UUID profileId,
        @Schema(description = "Score by the profile, at least; who may not be scored has none", minimum = "0", maximum = "100", examples = "60") @Nullable BigDecimal minScore,
        @Schema(description = "Score by the profile, at most", minimum = "0", maximum = "100", examples = "90") @Nullable BigDecimal maxScore,
        @Schema(description = "Default: relevance when q is given, else recent", enumeration = {
                "relevance", "recent", "followers",
                "-followers", "-engagement", "-score"}) @Nullable String sort){

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_WORDS = 16;
    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 100;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\"“”„]+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,4}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    private static final int PLACES = 6;
    /** A number that is short to send and long to write out, such as 1e-999999999, is no number that somebody means. */
    private static final int MOST_DIGITS = 30;
    /** A post can reach many more than follow. */
    private static final BigDecimal MOST_ENGAGEMENT = BigDecimal.valueOf(1000);
    private static final BigDecimal MOST_SCORE = BigDecimal.valueOf(100);

    public SearchCriteria {
        q = text(q);
        tier = distinct("tier", tier, UnaryOperator.identity());
        network = distinct("network", network, UnaryOperator.identity());
        topic = distinct("topic", topic, value -> word("topic", value));
        country = distinct("country", country, SearchCriteria::country);
        language = distinct("language", language, SearchCriteria::language);
        stage = distinct("stage", stage, UnaryOperator.identity());
        kind = distinct("kind", kind, UnaryOperator.identity());
        discoveredVia = distinct("discoveredVia", discoveredVia, UnaryOperator.identity());
        tag = distinct("tag", tag, value -> Tags.read("tag", value));
        campaignId = distinct("campaignId", campaignId, UnaryOperator.identity());
        requireCount("minFollowers", minFollowers);
        requireCount("maxFollowers", maxFollowers);
        requireDecimal("minEngagement", minEngagement, MOST_ENGAGEMENT);
        requireDecimal("maxEngagement", maxEngagement, MOST_ENGAGEMENT);
        requireDecimal("minScore", minScore, MOST_SCORE);
        requireDecimal("maxScore", maxScore, MOST_SCORE);
        if (profileId == null && (minScore != null || maxScore != null)) {
            throw new InvalidValue(minScore == null ? "maxScore" : "minScore", "needs-profile", "A score needs profileId.");
        }
        SearchSort.of(sort, q != null, profileId != null);
    }

    /** Returns the order of the answer. */
    @JsonIgnore
    public Order order() {
        return SearchSort.of(sort, q != null, profileId != null);
    }

    /** Tells whether scores are needed for the answer. */
    @JsonIgnore
    boolean needsScores() {
        return minScore != null || maxScore != null || order() == Order.BEST_SCORE;
    }

    /**
     * Returns the query of the index.
     *
     * @param scoring by the profile; null when no scores are needed
     */
    SearchQuery query(@Nullable Scoring scoring) {
        Map<Dimension, Set<String>> filters = new EnumMap<>(Dimension.class);
        put(filters, Dimension.TIER, tier);
        put(filters, Dimension.NETWORK, network);
        put(filters, Dimension.TOPIC, topic);
        put(filters, Dimension.COUNTRY, country);
        put(filters, Dimension.LANGUAGE, language);
        put(filters, Dimension.STAGE, stage);
        put(filters, Dimension.KIND, kind);
        put(filters, Dimension.DISCOVERED_VIA, discoveredVia);
        put(filters, Dimension.TAG, tag);
        put(filters, Dimension.CAMPAIGN, campaignId);
        Map<Figure, Range> ranges = new EnumMap<>(Figure.class);
        if (minFollowers != null || maxFollowers != null) {
            ranges.put(Figure.FOLLOWERS, new Range(Objects.requireNonNullElse(minFollowers, 0L),
                    Objects.requireNonNullElse(maxFollowers, Long.MAX_VALUE)));
        }
        if (minEngagement != null || maxEngagement != null) {
            ranges.put(Figure.ENGAGEMENT, range(minEngagement, maxEngagement));
        }
        return new SearchQuery(q, filters, ranges, scoring,
                minScore == null && maxScore == null ? null : range(minScore, maxScore));
    }

    private static void put(Map<Dimension, Set<String>> filters, Dimension dimension, Collection<?> values) {
        if (!values.isEmpty()) {
            filters.put(dimension, values.stream().map(value -> value instanceof Enum<?> constant
                    ? constant.name()
                    : value.toString()).collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    private static Range range(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        return new Range(least == null ? 0 : millionths(least, RoundingMode.CEILING),
                most == null ? Long.MAX_VALUE : millionths(most, RoundingMode.FLOOR));
    }

    private static long millionths(BigDecimal value, RoundingMode rounding) {
        return value.movePointRight(PLACES).setScale(0, rounding).longValueExact();
    }

    private static @Nullable String text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new InvalidValue("q", "too-long", "q may have %d characters at most.".formatted(LONGEST_TEXT));
        }
        if (text.codePoints().anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))) {
            throw new InvalidValue("q", "not-text", "q has what is no character: U+0000, or half of a UTF-16 pair.");
        }
        if (SPACE.split(text.strip(), -1).length > MOST_WORDS) {
            throw new InvalidValue("q", "too-many-words", "q may have %d words at most.".formatted(MOST_WORDS));
        }
        return text.strip();
    }

    private static <T> List<T> distinct(String field, @Nullable List<T> values, UnaryOperator<T> read) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > MOST_VALUES) {
            throw new InvalidValue(field, "too-many", "%s may have %d values at most.".formatted(field, MOST_VALUES));
        }
        return values.stream().map(value -> read.apply(InvalidValue.require(value, field))).distinct().toList();
    }

    private static String word(String field, String value) {
        if (value.isBlank() || value.length() > LONGEST_VALUE) {
            throw new InvalidValue(field, "invalid", "%s must have 1 to %d characters.".formatted(field, LONGEST_VALUE));
        }
        return value.strip();
    }

    private static String country(String code) {
        if (!COUNTRY.matcher(code).matches()) {
            throw new InvalidValue("country", "invalid-country", "country must be a code of ISO 3166-1 such as NL.");
        }
        return code.toUpperCase(Locale.ROOT);
    }

    private static String language(String tag) {
        if (!LANGUAGE.matcher(tag).matches()) {
            throw new InvalidValue("language", "invalid-language", "language must be a tag such as en, pt-BR or zh-Hant.");
        }
        return Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag();
    }

    private static void requireCount(String field, @Nullable Long count) {
        if (count != null && count < 0) {
            throw new InvalidValue(field, "out-of-range", field + " must not be negative.");
        }
    }

    private static void requireDecimal(String field, @Nullable BigDecimal value, BigDecimal most) {
        if (value != null && (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS
                || value.signum() < 0 || value.compareTo(most) > 0)) {
            throw new InvalidValue(field, "out-of-range", "%s must be from 0 to %s.".formatted(field, most));
        }
    }
}
