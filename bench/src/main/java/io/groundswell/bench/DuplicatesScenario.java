package io.groundswell.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import io.groundswell.campaign.classification.Fingerprint;

/** How many near-duplicates are found when some of a text's twenty words are replaced, and how many texts are mistaken for one. */
final class DuplicatesScenario {
    private static final int TEXTS = 5_000;
    private static final int UNRELATED = 20_000;
    private static final int[] EDITS = {0, 1, 2, 3, 4, 6};

    void run() {
        var random = new Random(TEXTS);
        List<String> texts = MadeUpTexts.some(TEXTS);
        for (int edits : EDITS) {
            int lookedUp = 0;
            int found = 0;
            for (String text : texts) {
                Fingerprint one = Fingerprint.of(text).orElseThrow();
                Fingerprint other = Fingerprint.of(MadeUpTexts.edited(text, edits, random)).orElseThrow();
                boolean share = shareBand(one, other);
                lookedUp += share ? 1 : 0;
                found += share && one.similarity(other) >= Fingerprint.SIMILAR ? 1 : 0;
            }
            Bench.row("near-duplicates, " + edits + " of " + MadeUpTexts.WORDS + " words replaced",
                    percent(found, TEXTS) + " found",
                    percent(lookedUp, TEXTS) + " looked up by a band, n = " + TEXTS, "");
        }
        unrelated();
    }

    private static void unrelated() {
        List<Fingerprint> all = MadeUpTexts.some(UNRELATED).stream().map(Fingerprint::of).flatMap(Optional::stream)
                .toList();
        Map<Long, List<Integer>> byBand = new HashMap<>();
        long lookedUp = 0;
        long mistaken = 0;
        for (int i = 0; i < all.size(); i++) {
            for (long band : all.get(i).bands()) {
                for (int earlier : byBand.computeIfAbsent(band, _ -> new ArrayList<>())) {
                    lookedUp++;
                    mistaken += all.get(earlier).similarity(all.get(i)) >= Fingerprint.SIMILAR ? 1 : 0;
                }
            }
            for (long band : all.get(i).bands()) {
                byBand.computeIfAbsent(band, _ -> new ArrayList<>()).add(i);
            }
        }
        Bench.row("near-duplicates, unrelated texts", mistaken + " mistaken",
                lookedUp + " looked up of " + (long) UNRELATED * (UNRELATED - 1) / 2 + " pairs", "");
    }

    private static boolean shareBand(Fingerprint one, Fingerprint other) {
        long[] bands = one.bands();
        long[] others = other.bands();
        for (int band = 0; band < bands.length; band++) {
            if (bands[band] == others[band]) {
                return true;
            }
        }
        return false;
    }

    private static String percent(int part, int all) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
    }
}
