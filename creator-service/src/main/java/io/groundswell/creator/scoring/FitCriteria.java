package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.creator.Texts;
import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.problem.InvalidValue;

/**
 * What a brand wants of a creator. A feature of which nothing is wanted takes no part in the score. The lists are sets: they
 * are kept sorted and without repetition, so that the order in which somebody wrote them makes no difference.
 */
@Schema(name = "FitCriteria", description = "What is wanted; at least one thing. What is absent or empty takes no part in the score")
public record FitCriteria(
        @Schema(description = "Ids of the taxonomy; a parent stands for all of its children. At most 50", examples = "[\"food.coffee\"]") List<String> topics,
        @Schema(description = "BCP 47; pt stands for pt-BR too. At most 50", examples = "[\"en\"]") List<String> languages,
        @Schema(description = "ISO 3166-1 alpha-2. At most 50", examples = "[\"NL\"]") List<String> countries,
        List<Tier> tiers,
        List<Network> networks,
        @Schema(description = "Least engagement rate, a fraction above 0 up to 1 with six decimal places at most. It earns a part of the points; the model says how many times the floor earns all", examples = "0.02") @Nullable BigDecimal engagementFloor,
        @Schema(description = "Words or phrases of 1 to 100 characters that names, handles, bios or hashtags have. At most 50", examples = "[\"latte art\"]") List<String> keywords) {

    /** A value has a bit of a long. */
    static final int MAX_VALUES = 50;

    private static final Pattern TOPIC = Pattern.compile("[a-z0-9]+([._/-][a-z0-9]+)*");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}");
    private static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableSet());

    public FitCriteria {
        topics = each("topics", topics, FitCriteria::topic);
        languages = each("languages", languages, FitCriteria::language);
        countries = each("countries", countries, FitCriteria::country);
        tiers = each("tiers", tiers, UnaryOperator.identity());
        networks = each("networks", networks, UnaryOperator.identity());
        engagementFloor = Micros.read("engagementFloor", engagementFloor, 0, 1);
        if (engagementFloor != null && engagementFloor.signum() == 0) {
            throw new InvalidValue("engagementFloor", "out-of-range", "Must be above 0; leave it out to want nothing.");
        }
        keywords = each("keywords", keywords, FitCriteria::keyword);
        if (engagementFloor == null && topics.isEmpty() && languages.isEmpty() && countries.isEmpty() && tiers.isEmpty()
                && networks.isEmpty() && keywords.isEmpty()) {
            throw new InvalidValue("", "required", "At least one thing must be wanted.");
        }
    }

    /** Tells whether anything is wanted of a feature. */
    boolean wants(FitFeature feature) {
        return feature == FitFeature.ENGAGEMENT ? engagementFloor != null : !values(feature).isEmpty();
    }

    /** Returns what is wanted of a feature that is counted, sorted; the n-th value has bit n in {@link CreatorFeatures}. */
    public List<String> values(FitFeature feature) {
        return switch (feature) {
            case TOPICS -> topics;
            case LANGUAGES -> languages;
            case COUNTRIES -> countries;
            case TIERS -> names(tiers);
            case NETWORKS -> names(networks);
            case ENGAGEMENT -> List.of();
            case KEYWORDS -> keywords;
        };
    }

    static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().<String>map(Enum::name).toList();
    }

    static String topic(String id) {
        if (id.length() > 100 || !TOPIC.matcher(id).matches()) {
            throw new InvalidValue("", "invalid-topic", "Must be the id of a topic of the taxonomy.");
        }
        return id;
    }

    static String language(String tag) {
        if (!LANGUAGE.matcher(tag).matches()) {
            throw new InvalidValue("", "invalid-language", "Must be a language tag such as en, pt-BR or zh-Hant.");
        }
        return Locale.forLanguageTag(tag).toLanguageTag();
    }

    static String country(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(upper)) {
            throw new InvalidValue("", "invalid-country", "Must be a two-letter code of ISO 3166-1 such as NL.");
        }
        return upper;
    }

    /** Keywords are kept folded, in the form in which they are looked for. */
    static String keyword(String text) {
        return InvalidValue.require(Texts.line("", Keywords.folded(text), 100), "");
    }

    private static <T extends Comparable<? super T>> List<T> each(String field, @Nullable List<T> values,
            UnaryOperator<T> check) {
        return sorted(field, Objects.requireNonNullElse(values, List.of()), MAX_VALUES, check);
    }

    /** Checks each value; returns them sorted, equal ones once. */
    static <T extends Comparable<? super T>> List<T> sorted(String field, List<T> values, int most, UnaryOperator<T> check) {
        if (values.size() > most) {
            throw new InvalidValue(field, "out-of-range", "May have %d values at most.".formatted(most));
        }
        SortedSet<T> distinct = new TreeSet<>();
        for (int i = 0; i < values.size(); i++) {
            String place = field + "." + i;
            T value = InvalidValue.require(values.get(i), place);
            try {
                distinct.add(check.apply(value));
            } catch (InvalidValue e) {
                throw new InvalidValue(place, e.code(), e.code().equals("required") ? "Must not be blank." : e.detail());
            }
        }
        return List.copyOf(distinct);
    }
}
