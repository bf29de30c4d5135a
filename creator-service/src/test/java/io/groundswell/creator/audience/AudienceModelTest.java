package io.groundswell.creator.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.groundswell.creator.audience.AudienceQuality.Estimated;
import io.groundswell.creator.audience.AudienceQuality.NotEnoughData;
import io.groundswell.creator.audience.WeightCurve.Knot;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AudienceModelTest {
    private static final List<Knot> KNOTS = List.of(new Knot(0, 300), new Knot(1, 0), new Knot(1_500, 0),
            new Knot(1_501, -700));

    @Test
    void betweenKnotsTheWeightIsOnALine() {
        // Given
        WeightCurve curve = new WeightCurve("test", KNOTS);

        // When
        List<Long> weights = List.of(curve.thousandthsAt(0), curve.thousandthsAt(0.25), curve.thousandthsAt(1),
                curve.thousandthsAt(1_500), curve.thousandthsAt(1_501), curve.thousandthsAt(90_000));

        // Then
        assertEquals(List.of(300L, 225L, 0L, 0L, -700L, -700L), weights);
        assertEquals(1_000, curve.span());
    }

    @Test
    void knotsMustGrow() {
        // When
        var refused = assertThrows(IllegalArgumentException.class,
                () -> new WeightCurve("test", List.of(new Knot(1, 0), new Knot(1, 5))));

        // Then
        assertTrue(String.valueOf(refused.getMessage()).contains("grow"));
    }

    @Test
    void theWeightiestReasonComesFirstAndWhatIsUnknownIsNamed() {
        // Given
        AudienceModel model = model("0.20");

        // When
        AudienceQuality quality = model.assess(new AudienceSignals(Map.of(Signal.BIO, 0.5, Signal.MASS_FOLLOWING, 3_000.0)));

        // Then
        Estimated estimated = assertInstanceOf(Estimated.class, quality);
        assertEquals(List.of(Signal.MASS_FOLLOWING, Signal.BIO), estimated.evidence().stream().map(Evidence::signal).toList());
        assertEquals(List.of(Evidence.Direction.WEAKENS, Evidence.Direction.SUPPORTS),
                estimated.evidence().stream().map(Evidence::direction).toList());
        assertEquals(new BigDecimal("-0.150"), estimated.logOdds());
        assertEquals(new BigDecimal("0.463"), estimated.probability());
        assertEquals(new BigDecimal("0.25"), estimated.coverage());
        assertEquals(6, estimated.missing().size());
    }

    @Test
    void tooLittleIsNoEstimate() {
        // Given
        AudienceModel model = model("0.26");

        // When
        AudienceQuality quality = model.assess(new AudienceSignals(Map.of(Signal.BIO, 1.0, Signal.PICTURE, 1.0)));

        // Then
        NotEnoughData unknown = assertInstanceOf(NotEnoughData.class, quality);
        assertEquals(new BigDecimal("0.25"), unknown.coverage());
        assertFalse(unknown.missing().contains(Signal.BIO));
    }

    @Property(tries = 500)
    void weightsSumExactlyToTheLogOdds(@ForAll("signals") AudienceSignals signals) {
        // Given
        AudienceModel model = model("0.00");

        // When
        Estimated estimated = assertInstanceOf(Estimated.class, model.assess(signals));

        // Then
        BigDecimal sum = estimated.evidence().stream().map(Evidence::weight).reduce(estimated.prior(), BigDecimal::add);
        assertEquals(estimated.logOdds(), sum);
        assertTrue(estimated.probability().signum() >= 0 && estimated.probability().compareTo(BigDecimal.ONE) <= 0);
        assertEquals(Signal.values().length, estimated.evidence().size() + estimated.missing().size());
    }

    @Property(tries = 200)
    void nothingKnownIsLeftOut(@ForAll("signals") AudienceSignals signals) {
        // Given
        AudienceModel model = model("0.00");

        // When
        Estimated estimated = assertInstanceOf(Estimated.class, model.assess(signals));

        // Then
        assertEquals(signals.values().keySet(),
                estimated.evidence().stream().map(Evidence::signal).collect(Collectors.toSet()));
    }

    @Provide
    Arbitrary<AudienceSignals> signals() {
        return Arbitraries.maps(Arbitraries.of(Signal.class), Arbitraries.doubles().between(0, 10_000)).ofMinSize(1)
                .map(AudienceSignals::new);
    }

    private static AudienceModel model(String leastCoverage) {
        Map<Signal, WeightCurve> curves = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            curves.put(signal, new WeightCurve("test", KNOTS));
        }
        return new AudienceModel("test", LocalDate.EPOCH, "test", 400, new BigDecimal(leastCoverage), curves);
    }
}
