package io.groundswell.campaign.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.groundswell.campaign.campaign.Network;

/**
 * Matching by itself, for the benchmark: one thread reads the terms of made-up captions and finds the campaigns among thousands of
 * live terms. Knows no service and no database.
 */
public final class MatchingLoad {
    private static final int CAPTIONS = 4_096;
    private static final int TERMS_OF_A_CAMPAIGN = 10;
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final String[] SENTENCES = {
            "Morning number %d at the harbour, the light was worth getting up for #coffee #tag%da @somebody",
            "La mejor taza de la semana, la número %d, en una terraza llena de sol #desayuno #tag%db",
            "Endlich Wochenende: Lauf Nummer %d am Hafen, danach Frühstück #läufer @brand%da https://runs.example/1",
            "今天第 %d 杯咖啡，陽光很好，跟朋友聊了很久 #咖啡 ＃ｔａｇ%dｃ",
            "A tasting of product %d with friends, then home #weekend #nothing%dx"};

    private final PostMatcher matcher;
    private final Duration build;
    private final List<String> captions = new ArrayList<>();

    /**
     * @param campaigns how many are live; each listens for four hashtags, two mentions and four phrases
     */
    public MatchingLoad(int campaigns) {
        long begin = System.nanoTime();
        var builder = new PostMatcher.Builder();
        for (int i = 0; i < campaigns; i++) {
            builder.add(new PostMatcher.Listener(new UUID(0, i), null, null, Set.of()),
                    List.of("tag" + i + "a", "tag" + i + "b", "tag" + i + "c", "tag" + i + "d"),
                    List.of("brand" + i + "a", "brand" + i + "b"),
                    List.of("product " + i, "collection " + i, "harbour roast " + i, "tasting room " + i));
        }
        this.matcher = builder.build(1);
        this.build = Duration.ofNanos(System.nanoTime() - begin);
        for (int i = 0; i < CAPTIONS; i++) {
            captions.add(SENTENCES[i % SENTENCES.length].formatted(i, i * 7 % (campaigns * TERMS_OF_A_CAMPAIGN)));
        }
    }

    /** Returns how long it took to make the index of all terms. */
    public Duration build() {
        return build;
    }

    /** Matches captions for a while; returns captions per second. */
    public double captionsPerSecond(Duration time) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        long done = 0;
        long found = 0;
        while (System.nanoTime() < end) {
            for (String caption : captions) {
                found += matcher.match(post(caption)).size();
            }
            done += captions.size();
        }
        if (found == 0) {
            throw new IllegalStateException("Some of the captions match");
        }
        return done / ((System.nanoTime() - begin) / 1e9);
    }

    private static NetworkPost post(String caption) {
        return new NetworkPost(Network.INSTAGRAM, "1", Author.of("1"), caption, null, null, NOON, NOON,
                new Engagement(null, null, null, null, null, null, null),
                NetworkPost.terms(Network.INSTAGRAM, caption, Set.of(), Set.of()),
                List.of());
    }
}
