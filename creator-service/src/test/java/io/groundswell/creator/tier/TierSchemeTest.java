package io.groundswell.creator.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierSchemeTest {
    private static final TierScheme STANDARD = new TierScheme("standard-2021",
            List.of(new TierBand(Tier.NANO, 9_999L), new TierBand(Tier.MICRO, 100_000L), new TierBand(Tier.MID, 500_000L),
                    new TierBand(Tier.MACRO, 1_000_000L), new TierBand(Tier.MEGA, null)));

    @ParameterizedTest
    @CsvSource({"0,NANO", "9999,NANO", "10000,MICRO", "100000,MICRO", "100001,MID", "500000,MID", "500001,MACRO",
            "1000000,MACRO", "1000001,MEGA", "9000000000,MEGA"})
    void theBoundariesBelongWhereTheSchemeSays(long followers, Tier expected) {
        // When
        TierAssessment assessment = STANDARD.assess(followers, 1);

        // Then
        assertEquals(new TierAssessment(expected, "standard-2021", true), assessment);
    }

    @ParameterizedTest
    @CsvSource({"10000,100,false", "10098,100,false", "10099,100,true", "9900,100,true", "9950,100,false", "50,100,true"})
    void aRoundedCountIsCertainOnlyAwayFromABoundary(long followers, long precision, boolean certain) {
        // When
        TierAssessment assessment = STANDARD.assess(followers, precision);

        // Then
        assertEquals(certain, assessment.certain());
    }

    @Test
    void bandsMustGrow() {
        // Given
        List<TierBand> shrinking = List.of(new TierBand(Tier.NANO, 100L), new TierBand(Tier.MICRO, 100L),
                new TierBand(Tier.MEGA, null));

        // When
        var refused = assertThrows(IllegalArgumentException.class, () -> new TierScheme("odd", shrinking));

        // Then
        assertEquals("The bands of tier scheme odd must grow", refused.getMessage());
    }
}
