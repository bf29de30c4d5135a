package io.groundswell.suite.e2e;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Posts in the neutral format, each by an author of its own. */
final class PostLines {
    private PostLines() {}

    static String line(String hashtag, int number) {
        return """
                {"network":"INSTAGRAM","id":"post-%1$d","publishedAt":"2026-05-04T09:30:00Z","observedAt":"2026-05-04T12:00:00Z",\
                "text":"Number %1$d of %2$s","author":{"id":"author-%1$d","handle":"author.%1$d","followers":%3$d},\
                "engagement":{"likes":%4$d,"comments":5}}"""
                .formatted(number, hashtag, 1_000 + number, 20 + number % 50);
    }

    static String lines(String hashtag, int count) {
        return IntStream.range(0, count).mapToObj(number -> line(hashtag, number)).collect(Collectors.joining("\n", "", "\n"));
    }
}
