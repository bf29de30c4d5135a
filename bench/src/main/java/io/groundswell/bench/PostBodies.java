package io.groundswell.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Made-up posts in the neutral format, in several languages, one a line. */
final class PostBodies {
    private static final String[] SENTENCES = {
            "Morning number %d at the harbour, the light was worth getting up for",
            "Can't believe how good this place is, number %d on my list and the best so far",
            "Never again. Waited an hour for cup %d and it was cold when it came",
            "La mejor taza de la semana, la número %d, en una terraza llena de sol",
            "Endlich Wochenende: Lauf Nummer %d am Hafen und danach ein Frühstück mit Freunden",
            "Le petit café du coin, visite numéro %d, toujours aussi accueillant",
            "今天第 %d 杯咖啡，陽光很好，跟朋友聊了很久",
            "朝のコーヒー %d 杯目、今日もいい天気でうれしい"};

    private final String hashtag;

    PostBodies(String hashtag) {
        this.hashtag = hashtag;
    }

    /** Returns posts whose ids begin with the prefix, of which one in so many has the hashtag. */
    byte[] of(String prefix, int posts, int oneMatchesIn) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < posts; i++) {
            String text = SENTENCES[(i / 10 + i) % SENTENCES.length].formatted(i);
            out.writeBytes(
                    """
                            {"network":"INSTAGRAM","id":"%1$s-%2$d","publishedAt":"2026-05-04T09:30:00Z","observedAt":"2026-05-04T12:00:00Z",\
                            "text":"%7$s #%3$s #coffee @somebody",\
                            "language":"en","permalink":"https://photos.example/p/%2$d","author":{"id":"author-%4$d","handle":"author.%4$d",\
                            "displayName":"Author %4$d","followers":%5$d},"engagement":{"likes":%6$d,"comments":5}}
                            """
                            .formatted(prefix, i, i % oneMatchesIn == 0 ? hashtag : "nothing", i % 5_000, 1_000 + i % 9_000,
                                    20 + i % 50, text)
                            .getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
