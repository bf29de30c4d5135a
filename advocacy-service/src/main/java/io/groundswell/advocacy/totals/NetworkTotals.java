package io.groundswell.advocacy.totals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What sharing on one network brought; without figures when they would be about too few people. */
public record NetworkTotals(
        @Schema(examples = "LINKEDIN") String network,
        @Schema(description = "Absent when withheld") @Nullable Figures figures,
        @Schema(description = "Why there are no figures: fewer-than-5-people, or would-reveal-others when they would follow by subtraction", examples = "fewer-than-5-people") @Nullable String withheld) {

    /** People below this number could recognize each other in the figures. */
    static final int FEWEST_PEOPLE = 5;
    private static final String TOO_FEW = "fewer-than-5-people";
    private static final String REVEALING = "would-reveal-others";

    /** The figures of one network. */
    @Schema(name = "NetworkFigures")
    public record Figures(int employees, long shares, long clicks, ExcludedClicks clicksExcluded) {}

    /** A network's figures before anything is withheld. */
    record Measured(String network, Figures figures) {}

    /**
     * Withholds each network of too few people. The totals are public, so what is withheld together can be found by
     * subtraction: as long as that is about too few people, the next smallest network is withheld as well.
     */
    static List<NetworkTotals> disclose(List<Measured> networks) {
        List<Measured> bySize = networks.stream()
                .sorted(Comparator.comparingInt((Measured measured) -> measured.figures().employees())
                        .thenComparing(Measured::network))
                .toList();
        List<NetworkTotals> disclosed = new ArrayList<>();
        int hiddenPeople = 0;
        for (Measured measured : bySize) {
            int people = measured.figures().employees();
            boolean tooFew = people < FEWEST_PEOPLE;
            boolean revealing = hiddenPeople > 0 && hiddenPeople < FEWEST_PEOPLE;
            if (tooFew || revealing) {
                hiddenPeople += people;
                disclosed.add(new NetworkTotals(measured.network(), null, tooFew ? TOO_FEW : REVEALING));
            } else {
                disclosed.add(new NetworkTotals(measured.network(), measured.figures(), null));
            }
        }
        disclosed.sort(Comparator.comparing(NetworkTotals::network));
        return disclosed;
    }
}
