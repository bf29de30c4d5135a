package io.groundswell.bench;

import java.time.Duration;

import io.groundswell.campaign.listening.MatchingLoad;

/** Captions that one thread matches against 10,000 live terms, in this process, beside a tenth of the terms. */
final class MatchingScenario {
    private static final int CAMPAIGNS = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(5);

    void run() {
        var few = new MatchingLoad(CAMPAIGNS / 10);
        few.captionsPerSecond(WARM_UP);
        var many = new MatchingLoad(CAMPAIGNS);
        many.captionsPerSecond(WARM_UP);
        double ofFew = few.captionsPerSecond(MEASURED);
        double ofMany = many.captionsPerSecond(MEASURED);
        Bench.row("matching 10,000 terms, one thread, terms of the caption read", Bench.perSecond(ofMany, "captions"),
                Bench.perSecond(ofFew, "captions") + " with 1,000 terms", Bench.ratio(ofMany / ofFew));
        Bench.row("making the index of 10,000 terms", many.build().toMillis() + " ms", "", "");
    }
}
