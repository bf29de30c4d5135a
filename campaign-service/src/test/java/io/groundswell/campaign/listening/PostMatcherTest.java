package io.groundswell.campaign.listening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.listening.PostMatcher.Listener;
import io.groundswell.campaign.text.TextTerms;
import io.groundswell.kit.id.Uuid7;

class PostMatcherTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Match.Term ROAST = new Match.Term(Match.By.HASHTAG, "roast");

    private final UUID campaign = Uuid7.next();

    @Test
    void hashtagMentionAndKeywordOfOneCampaignAreOneMatch() {
        // Given
        PostMatcher matcher = new PostMatcher.Builder()
                .add(always(campaign), List.of("roast"), List.of("cafe"), List.of("Flat White")).build(1);

        // When
        List<Match> matches = matcher.match(post("a flat-white, then another flat white #roast by @cafe"));

        // Then
        assertEquals(List.of(new Match(campaign, List.of(ROAST, new Match.Term(Match.By.MENTION, "cafe"),
                new Match.Term(Match.By.KEYWORD, "Flat White")))), matches);
    }

    @Test
    void aPostMayBelongToSeveralCampaigns() {
        // Given
        UUID second = Uuid7.next();
        PostMatcher matcher = new PostMatcher.Builder().add(always(campaign), List.of("roast"), List.of(), List.of())
                .add(always(second), List.of("roast", "pour"), List.of(), List.of()).build(1);

        // When
        List<Match> matches = matcher.match(post("#roast #pour"));

        // Then
        assertEquals(List.of(new Match(campaign, List.of(ROAST)),
                new Match(second, List.of(ROAST, new Match.Term(Match.By.HASHTAG, "pour")))), matches);
    }

    @ParameterizedTest
    @CsvSource({"latte, LATTE!, true", "latte, a latter day, false", "拿鐵, 今天喝了拿鐵很開心, true", "ラテ, 抹茶ラテ, true",
            "ｌａｔｔｅ, latte, true", "straße, STRASSE, true", "flat white, flatwhite, true",
            "flat white, flat bright white, false",
            "crema, #CremaCatalana, true", "cafe, @cafe, false", "cafe, https://cafe.example, false"})
    void aKeywordIsFoundAsAWordInAnyScript(String keyword, String text, boolean found) {
        // Given
        PostMatcher matcher = new PostMatcher.Builder().add(always(campaign), List.of(), List.of(), List.of(keyword)).build(1);

        // When
        List<Match> matches = matcher.match(post(text));

        // Then
        assertEquals(found ? List.of(new Match(campaign, List.of(new Match.Term(Match.By.KEYWORD, keyword)))) : List.of(),
                matches);
    }

    @Test
    void aPostOutsideOfTheCampaignsTimeDoesNotBelong() {
        // Given
        PostMatcher matcher = new PostMatcher.Builder()
                .add(between(NOON.plusSeconds(1), null), List.of("roast"), List.of(), List.of("roast"))
                .add(between(null, NOON.minusSeconds(1)), List.of("roast"), List.of(), List.of("roast")).build(1);

        // When
        List<Match> matches = matcher.match(post("#roast"));

        // Then
        assertEquals(List.of(), matches);
    }

    @Test
    void theBordersOfTheCampaignsTimeBelong() {
        // Given
        PostMatcher matcher = new PostMatcher.Builder().add(between(NOON, NOON), List.of("roast"), List.of(), List.of())
                .build(1);

        // When
        List<Match> matches = matcher.match(post("#roast"));

        // Then
        assertEquals(List.of(new Match(campaign, List.of(ROAST))), matches);
    }

    @Test
    void aPostOnAnotherNetworkDoesNotBelong() {
        // Given
        PostMatcher matcher = new PostMatcher.Builder()
                .add(new Listener(campaign, null, null, Set.of(Network.X)), List.of("roast"),
                        List.of(), List.of())
                .build(1);

        // When
        List<Match> matches = matcher.match(post("#roast"));

        // Then
        assertEquals(List.of(), matches);
    }

    private static Listener always(UUID campaign) {
        return new Listener(campaign, null, null, Set.of());
    }

    private Listener between(@Nullable Instant start, @Nullable Instant end) {
        return new Listener(campaign, start, end, Set.of());
    }

    private static NetworkPost post(String text) {
        return new NetworkPost(Network.INSTAGRAM, "1", Author.of("9"), text, null, null, NOON, NOON, Engagement.UNKNOWN,
                TextTerms.in(text), List.of());
    }
}
