package io.groundswell.campaign.listening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.text.TextTerms;
import io.groundswell.kit.id.Uuid7;

class PostMatcherTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void hashtagAndMentionOfOneCampaignAreOneMatch() {
        // Given
        UUID campaign = Uuid7.next();
        var builder = new PostMatcher.Builder();
        builder.add(new PostMatcher.Listener(campaign, null, null, Set.of()), List.of("roast"), List.of("cafe"));

        // When
        List<PostMatcher.Match> matches = builder.build(1).match(post("#roast by @cafe"));

        // Then
        assertEquals(List.of(new PostMatcher.Match(campaign, true, true)), matches);
    }

    @Test
    void aPostMayBelongToSeveralCampaigns() {
        // Given
        UUID first = Uuid7.next();
        UUID second = Uuid7.next();
        var builder = new PostMatcher.Builder();
        builder.add(new PostMatcher.Listener(first, null, null, Set.of()), List.of("roast"), List.of());
        builder.add(new PostMatcher.Listener(second, null, null, Set.of()), List.of("roast", "pour"), List.of());

        // When
        List<PostMatcher.Match> matches = builder.build(1).match(post("#roast #pour"));

        // Then
        assertEquals(List.of(new PostMatcher.Match(first, true, false), new PostMatcher.Match(second, true, false)), matches);
    }

    @Test
    void aPostOutsideOfTheCampaignsTimeDoesNotBelong() {
        // Given
        var builder = new PostMatcher.Builder();
        builder.add(new PostMatcher.Listener(Uuid7.next(), NOON.plusSeconds(1), null, Set.of()), List.of("roast"), List.of());
        builder.add(new PostMatcher.Listener(Uuid7.next(), null, NOON.minusSeconds(1), Set.of()), List.of("roast"), List.of());

        // When
        List<PostMatcher.Match> matches = builder.build(1).match(post("#roast"));

        // Then
        assertEquals(List.of(), matches);
    }

    @Test
    void theBordersOfTheCampaignsTimeBelong() {
        // Given
        UUID campaign = Uuid7.next();
        var builder = new PostMatcher.Builder();
        builder.add(new PostMatcher.Listener(campaign, NOON, NOON, Set.of()), List.of("roast"), List.of());

        // When
        List<PostMatcher.Match> matches = builder.build(1).match(post("#roast"));

        // Then
        assertEquals(List.of(new PostMatcher.Match(campaign, true, false)), matches);
    }

    @Test
    void aPostOnAnotherNetworkDoesNotBelong() {
        // Given
        var builder = new PostMatcher.Builder();
        builder.add(new PostMatcher.Listener(Uuid7.next(), null, null, Set.of(Network.X)), List.of("roast"), List.of());

        // When
        List<PostMatcher.Match> matches = builder.build(1).match(post("#roast"));

        // Then
        assertEquals(List.of(), matches);
    }

    private static NetworkPost post(String text) {
        return new NetworkPost(Network.INSTAGRAM, "1", Author.of("9"), text,
                null, null,
                NOON, NOON, Engagement.UNKNOWN, TextTerms.in(text), List.of());
    }
}
