package io.groundswell.creator.search;

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
        @Schema(description = "Default: relevance when q is given, else recent", enumeration = {
                "relevance", "recent", "followers",
                "-followers"}) @Nullable String sort){

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_WORDS = 16;
    private static final int MOST_VALUES = 50;
    private static final int LONGEST_VALUE = 100;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\"“”„]+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,4}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

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
        SearchSort.of(sort, q != null);
    }

    /** Returns the order of the answer. */
    @JsonIgnore
    public Order order() {
        return SearchSort.of(sort, q != null);
    }

    /** Returns the query of the index. */
    SearchQuery query() {
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
        return new SearchQuery(q, filters, ranges);
    }

    private static void put(Map<Dimension, Set<String>> filters, Dimension dimension, Collection<?> values) {
        if (!values.isEmpty()) {
            filters.put(dimension, values.stream().map(value -> value instanceof Enum<?> constant
                    ? constant.name()
                    : value.toString()).collect(Collectors.toCollection(LinkedHashSet::new)));
        }
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
}
