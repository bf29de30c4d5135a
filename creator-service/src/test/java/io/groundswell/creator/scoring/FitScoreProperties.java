package io.groundswell.creator.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.tier.Tier;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds of every profile, model and creator. */
class FitScoreProperties {
    /** As strict as the service. */
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();
    private static final List<String> TOPICS = List.of("coffee", "tea", "baking", "wine", "food-drink", "travel");
    private static final List<String> LANGUAGES = List.of("en", "pt", "pt-BR", "zh-Hant", "de", "ja");
    private static final List<String> COUNTRIES = List.of("NL", "BE", "TW", "BR", "JP", "DE");
    private static final List<String> KEYWORDS = List.of("latte art", "barista", "手沖", "espresso", "v60", "roaster");

    @Property(tries = 500)
    void contributionsSumExactlyAndStayWithinAHundred(@ForAll("profiles") FitProfile profile,
            @ForAll("evidence") CreatorEvidence evidence) {
        // When
        FitScore score = FitScore.of(profile, evidence);

        // Then
        BigDecimal sum = score.features().stream().map(FeatureScore::contribution).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal weights = score.features().stream().map(FeatureScore::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal gains = score.moves().stream().map(ScoreMove::gain).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, sum.compareTo(score.score()));
        assertEquals(0, weights.compareTo(BigDecimal.valueOf(100)));
        assertEquals(0, sum.add(gains).compareTo(weights));
        assertTrue(score.score().signum() >= 0 && score.score().compareTo(BigDecimal.valueOf(100)) <= 0);
        assertTrue(score.open().compareTo(BigDecimal.valueOf(100).subtract(score.score())) <= 0);
    }

    @Property(tries = 500)
    void numbersAloneGiveTheSameScoreAsTheExplanation(@ForAll("profiles") FitProfile profile,
            @ForAll("evidence") CreatorEvidence evidence) {
        // Given
        FitScore explained = FitScore.of(profile, evidence);

        // When
        long score = profile.compile().score(CreatorFeatures.of(profile.criteria(), evidence));

        // Then
        assertEquals(explained.score(), Micros.decimal(score));
    }

    @Property
    void moreOfAnythingNeverLowersTheScore(@ForAll("profiles") FitProfile profile, @ForAll("features") CreatorFeatures features,
            @ForAll FitFeature raised, @ForAll @LongRange(min = 0, max = Micros.ONE) long more) {
        // Given
        FitScorer scorer = profile.compile();

        // When
        long after = scorer.score(raise(features, raised, more));

        // Then
        assertTrue(after >= scorer.score(features));
    }

    @Property(tries = 300)
    void learningMoreNeverLowersTheScore(@ForAll("profiles") FitProfile profile, @ForAll("evidence") CreatorEvidence evidence,
            @ForAll FitFeature forgotten) {
        // Given
        FitScore knowing = FitScore.of(profile, evidence);

        // When
        FitScore ignorant = FitScore.of(profile, without(evidence, forgotten));

        // Then
        assertTrue(ignorant.score().compareTo(knowing.score()) <= 0);
    }

    @Property(tries = 300)
    void theOrderInWhichThingsAreWrittenMakesNoDifference(@ForAll("profiles") FitProfile profile,
            @ForAll("evidence") CreatorEvidence evidence, @ForAll long seed) {
        // Given
        FitScore score = FitScore.of(profile, evidence);
        var random = new Random(seed);

        // When
        FitScore shuffled = FitScore.of(shuffled(profile, random), shuffled(evidence, random));

        // Then
        assertEquals(score, shuffled);
    }

    @Property(tries = 200)
    void anExportedScoreIsValid(@ForAll("profiles") FitProfile profile, @ForAll("evidence") CreatorEvidence evidence)
            throws IOException {
        // Given
        String exported = CanonicalJson.tree(FitScore.of(profile, evidence)).toString();

        // When
        ScoreVerification verification = ScoreVerification.of(JSON.readValue(exported, FitScore.class));

        // Then
        assertEquals(List.of(), verification.differences());
        assertTrue(verification.valid());
    }

    @Property(tries = 500)
    void whateverIsChangedIsFound(@ForAll("profiles") FitProfile profile, @ForAll("evidence") CreatorEvidence evidence,
            @ForAll long seed) throws IOException {
        // Given
        JsonNode exported = CanonicalJson.tree(FitScore.of(profile, evidence));
        List<Place> places = new ArrayList<>();
        collect(exported, places);
        places.get(Math.floorMod(seed, places.size())).change();

        // When
        boolean valid = isAccepted(exported);

        // Then
        assertTrue(!valid, exported::toString);
    }

    /** Tells whether a reader would take it for valid; what is not even a score is not. */
    private static boolean isAccepted(JsonNode exported) throws IOException {
        FitScore read;
        try {
            read = JSON.treeToValue(exported, FitScore.class);
        } catch (com.fasterxml.jackson.databind.JsonMappingException e) {
            return false;
        }
        return ScoreVerification.of(read).valid();
    }

    /** One value of a document, which can be changed. */
    private interface Place {
        void change();
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                if (member.getValue().isValueNode()) {
                    places.add(() -> object.set(member.getKey(), changed(object, member.getValue())));
                } else {
                    collect(member.getValue(), places);
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                collect(array.get(i), places);
                places.add(() -> array.remove(at));
            }
        }
    }

    private static JsonNode changed(ObjectNode factory, JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> factory.numberNode(value.decimalValue().add(new BigDecimal("0.000001")));
            case BOOLEAN -> factory.booleanNode(!value.booleanValue());
            default ->
                factory.textNode(value.asText().startsWith("0") ? "1" + value.asText().substring(1) : "0" + value.asText());
        };
    }

    private static CreatorFeatures raise(CreatorFeatures of, FitFeature raised, long more) {
        return new CreatorFeatures(
                raised == FitFeature.TOPICS ? of.topics() | more : of.topics(),
                raised == FitFeature.LANGUAGES ? of.languages() | more : of.languages(),
                raised == FitFeature.COUNTRIES ? of.countries() | more : of.countries(),
                raised == FitFeature.TIERS ? of.tiers() | more : of.tiers(),
                raised == FitFeature.NETWORKS ? of.networks() | more : of.networks(),
                raised == FitFeature.ENGAGEMENT ? of.engagement() + more : of.engagement(),
                raised == FitFeature.KEYWORDS ? of.keywords() | more : of.keywords());
    }

    private static CreatorEvidence without(CreatorEvidence of, FitFeature forgotten) {
        return new CreatorEvidence(of.creatorId(), of.at(), forgotten == FitFeature.TOPICS ? null : of.topics(),
                forgotten == FitFeature.LANGUAGES ? null : of.languages(),
                forgotten == FitFeature.COUNTRIES ? null : of.countries(), forgotten == FitFeature.TIERS ? null : of.tier(),
                of.tierScheme(), forgotten == FitFeature.NETWORKS ? List.of() : of.networks(),
                forgotten == FitFeature.ENGAGEMENT ? null : of.engagementRate(),
                forgotten == FitFeature.KEYWORDS ? null : of.keywords());
    }

    private static FitProfile shuffled(FitProfile of, Random random) {
        FitCriteria wanted = of.criteria();
        ScoreModel model = of.model();
        return new FitProfile(of.id(), of.version(), of.name(),
                new FitCriteria(shuffled(wanted.topics(), random), shuffled(wanted.languages(), random),
                        shuffled(wanted.countries(), random), shuffled(wanted.tiers(), random),
                        shuffled(wanted.networks(), random), wanted.engagementFloor(), shuffled(wanted.keywords(), random)),
                of.weights(), new ScoreModel(model.version(), model.validFrom(), model.source(), model.formula(),
                        shuffled(model.features(), random)));
    }

    private static CreatorEvidence shuffled(CreatorEvidence of, Random random) {
        return new CreatorEvidence(of.creatorId(), of.at(), shuffledIfKnown(of.topics(), random),
                shuffledIfKnown(of.languages(), random), shuffledIfKnown(of.countries(), random), of.tier(), of.tierScheme(),
                shuffled(of.networks(), random), of.engagementRate(), shuffledIfKnown(of.keywords(), random));
    }

    private static @Nullable List<String> shuffledIfKnown(@Nullable List<String> values, Random random) {
        return values == null ? null : shuffled(values, random);
    }

    private static <T> List<T> shuffled(List<T> values, Random random) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Provide
    Arbitrary<FitProfile> profiles() {
        Arbitrary<FitCriteria> criteria = Combinators
                .combine(some(TOPICS), some(LANGUAGES), some(COUNTRIES), some(Arrays.asList(Tier.values())),
                        some(Arrays.asList(Network.values())), decimals(1, 1_000_000).injectNull(0.3), some(KEYWORDS))
                .as((topics, languages, countries, tiers, networks, floor, keywords) -> new FitCriteria(topics, languages,
                        countries, tiers, networks, floor == null && topics.isEmpty() ? new BigDecimal("0.02") : floor,
                        keywords));
        Arbitrary<BigDecimal> own = decimals(1, 1_000_000_000).injectNull(0.7);
        Arbitrary<FitWeights> weights = Combinators.combine(own, own, own, own, own, own, own).as(FitWeights::new);
        Arbitrary<ScoreModel> models = Combinators.combine(decimals(1, 1_000_000_000).list().ofSize(7),
                Arbitraries.integers().between(1, 50).list().ofSize(7)).as(FitScoreProperties::model);
        return Combinators.combine(criteria, weights, models)
                .as((wanted, weight, model) -> new FitProfile(new UUID(1, 2), 3, "Any", wanted, weight, model));
    }

    private static ScoreModel model(List<BigDecimal> weights, List<Integer> fullAt) {
        List<ModelFeature> features = new ArrayList<>();
        for (FitFeature feature : FitFeature.values()) {
            features.add(new ModelFeature(feature, weights.get(feature.place()),
                    BigDecimal.valueOf(fullAt.get(feature.place()))));
        }
        return new ScoreModel("any", LocalDate.of(2026, 1, 1), "Generated", ScoreModel.FORMULA, features);
    }

    @Provide
    Arbitrary<CreatorEvidence> evidence() {
        return Combinators
                .combine(some(TOPICS).injectNull(0.2), some(LANGUAGES).injectNull(0.2), some(COUNTRIES).injectNull(0.2),
                        Arbitraries.of(Tier.values()).injectNull(0.2), some(Arrays.asList(Network.values())),
                        decimals(0, 3_000_000).injectNull(0.2), some(KEYWORDS).injectNull(0.2))
                .as((topics, languages, countries, tier, networks, rate, keywords) -> new CreatorEvidence(new UUID(3, 4),
                        Instant.parse("2026-05-04T12:00:00.123456Z"), topics, languages, countries, tier, "standard-2021",
                        networks, rate, keywords));
    }

    @Provide
    Arbitrary<CreatorFeatures> features() {
        Arbitrary<Long> masks = Arbitraries.longs().between(0, (1L << FitCriteria.MAX_VALUES) - 1);
        return Combinators.combine(masks, masks, masks, masks, masks, Arbitraries.longs().between(0, 1_000_000_000), masks)
                .as(CreatorFeatures::new);
    }

    private static <T> Arbitrary<List<T>> some(List<T> values) {
        return Arbitraries.of(values).list().ofMaxSize(values.size());
    }

    private static Arbitrary<BigDecimal> decimals(long least, long most) {
        return Arbitraries.longs().between(least, most).map(Micros::decimal);
    }
}
