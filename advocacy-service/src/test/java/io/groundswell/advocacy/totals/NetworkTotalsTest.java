package io.groundswell.advocacy.totals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.groundswell.advocacy.totals.NetworkTotals.Figures;
import io.groundswell.advocacy.totals.NetworkTotals.Measured;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NetworkTotalsTest {

    @Example
    void networksOfFewPeopleAreWithheldTogetherWithTheNextThatWouldRevealThem() {
        // Given
        List<Measured> measured = measured(List.of(2, 9, 6));

        // When
        List<NetworkTotals> disclosed = NetworkTotals.disclose(measured);

        // Then
        assertEquals("fewer-than-5-people", disclosed.get(0).withheld());
        assertEquals(measured.get(1).figures(), disclosed.get(1).figures());
        assertEquals("would-reveal-others", disclosed.get(2).withheld());
    }

    @Property
    void whatIsWithheldIsNeverAboutFewPeopleAltogether(
            @ForAll @Size(max = 9) List<@IntRange(min = 1, max = 30) Integer> people) {
        // Given
        List<Measured> measured = measured(people);
        Map<String, Integer> sizes = new HashMap<>();
        measured.forEach(network -> sizes.put(network.network(), network.figures().employees()));

        // When
        List<NetworkTotals> disclosed = NetworkTotals.disclose(measured);

        // Then
        List<NetworkTotals> withheld = disclosed.stream().filter(network -> network.figures() == null).toList();
        int hidden = withheld.stream().mapToInt(network -> sizes.getOrDefault(network.network(), 0)).sum();
        assertEquals(people.size(), disclosed.size());
        assertTrue(disclosed.stream().allMatch(network -> network.figures() == null
                || network.figures().employees() >= NetworkTotals.FEWEST_PEOPLE));
        assertTrue(withheld.isEmpty() || hidden >= NetworkTotals.FEWEST_PEOPLE || withheld.size() == disclosed.size());
    }

    private static List<Measured> measured(List<Integer> people) {
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            measured.add(new Measured("N" + i, new Figures(people.get(i), people.get(i), 10L * i,
                    new ExcludedClicks(0, 0))));
        }
        return measured;
    }
}
