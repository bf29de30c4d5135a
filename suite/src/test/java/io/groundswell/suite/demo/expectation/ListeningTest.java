package io.groundswell.suite.demo.expectation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a campaign listens for")
class ListeningTest {

    private static final Instant FIRST = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2026-05-31T00:00:00Z");

    private final Listening campaign = new Listening("test",
            Set.of("#HarbourCoffee", "#☕Harbour", "#LaufSpaß", "#ΦωςΣτοΛιμάνι", "#ハーバー", "#하버", "#LimanKoşusu"),
            Set.of("@harbourcoffee", "@harbourcoffee.example"), FIRST, LAST);

    @ParameterizedTest
    @ValueSource(strings = {"#HarbourCoffee", "mornings #harbourcoffee, always", "(#HARBOURCOFFEE)", "＃HarbourCoffee",
            "#ＨａｒｂｏｕｒＣｏｆｆｅｅ", "#☕harbour", "#☕\uFE0FHarbour", "#LAUFSPASS", "#ΦΩΣΣΤΟΛΙΜΆΝΙ", "#φωσστολιμάνι", "#ﾊｰﾊﾞｰ",
            "#\u1112\u1161\u1107\u1165", "値得!#HarbourCoffee"})
    @DisplayName("finds a hashtag however it is written")
    void findsHashtag(String text) {
        // Given
        Line.Post post = post(text, FIRST);

        // When
        boolean found = campaign.hasHashtagOf(post);

        // Then
        assertEquals(true, found, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#HarbourCoffeeShop", "harbourcoffee", "# HarbourCoffee", "##HarbourCoffee",
            "order#HarbourCoffee", "&#HarbourCoffee", "https://menu.example/board#HarbourCoffee",
            "https://menu.example/#harbourcoffee", "#Harbour_Coffee", "it&#39;s", "#LİMANKOŞUSU", "#☕"})
    @DisplayName("passes near misses over")
    void passesNearMisses(String text) {
        // Given
        Line.Post post = post(text, FIRST);

        // When
        boolean found = campaign.hasHashtagOf(post);

        // Then
        assertEquals(false, found, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thanks @HarbourCoffee!", "@harbourcoffee.", "see @harbourcoffee.example",
            "@harbourcoffee@social.example rocks"})
    @DisplayName("finds a mention")
    void findsMention(String text) {
        // Given
        Line.Post post = post(text, FIRST);

        // When
        boolean found = campaign.isMentionedIn(post);

        // Then
        assertEquals(true, found, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"me@harbourcoffee.example", "@harbourcoffee_fans", "@theharbourcoffee",
            "@harbourcoffee.other", "harbourcoffee"})
    @DisplayName("takes neither an address nor another handle for a mention")
    void passesOtherHandles(String text) {
        // Given
        Line.Post post = post(text, FIRST);

        // When
        boolean found = campaign.isMentionedIn(post);

        // Then
        assertEquals(false, found, text);
    }

    @Test
    @DisplayName("counts the first and the last moment, not the ones beyond")
    void window() {
        // Given
        List<Instant> moments = List.of(FIRST.minusMillis(1), FIRST, LAST, LAST.plusMillis(1));

        // When
        List<Boolean> covered = moments.stream().map(campaign::covers).toList();

        // Then
        assertEquals(List.of(false, true, true, false), covered);
    }

    @ParameterizedTest
    @CsvSource({"X, false", "MASTODON, false", "BLUESKY, true", "INSTAGRAM, true"})
    @DisplayName("takes a picture for a hashtag where the network does")
    void networksDiffer(String network, boolean expected) {
        // Given
        Line.Post post = post(network, "mornings #☕Harbour", FIRST);

        // When
        boolean found = campaign.hasHashtagOf(post);

        // Then
        assertEquals(expected, found);
    }

    private static Line.Post post(String text, Instant publishedAt) {
        return post("OTHER", text, publishedAt);
    }

    private static Line.Post post(String network, String text, Instant publishedAt) {
        return new Line.Post(network, "1", "someone", null, text, publishedAt, null, Line.Engagement.UNKNOWN, List.of(),
                List.of());
    }
}
