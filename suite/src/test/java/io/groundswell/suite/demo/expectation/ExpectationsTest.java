package io.groundswell.suite.demo.expectation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Figures computed from files")
class ExpectationsTest {

    private final Expectations expectations = new Expectations(
            List.of(new Listening("tea", Set.of("#tea"), Set.of("@teahouse"), null, null)),
            Instant.parse("2026-07-01T00:00:00Z"));

    @Test
    @DisplayName("the newest observation of a post counts, whatever the order")
    void newestObservationCounts() {
        // Given
        List<Line> lines = List.of(neutral("1", "#tea", "2026-05-02T00:00:00Z", 100, "10"),
                neutral("1", "#tea", "2026-05-03T00:00:00Z", 100, "20"),
                neutral("1", "#tea", "2026-05-01T00:00:00Z", 100, "5"), neutral("2", "coffee", null, 100, "1"));

        // When
        expectations.ingest("posts", lines);

        // Then
        Figures figures = expectations.figures();
        assertEquals(1, figures.get("posts: matched").intValue());
        assertEquals(1, figures.get("posts: updated").intValue());
        assertEquals(1, figures.get("posts: unchanged").intValue());
        assertEquals(1, figures.get("posts: unmatched").intValue());
        assertEquals(0, figures.get("tea: ENGAGEMENT_RATE").compareTo(new BigDecimal("0.2")));
    }

    @Test
    @DisplayName("hidden likes and unknown followers leave a post out of the rate, not out of the count")
    void unmeasurableIsNotZero() {
        // Given
        List<Line> lines = List.of(neutral("1", "#tea", null, 100, "null"), neutral("2", "#tea", null, 0, "7"),
                neutral("3", "#tea", null, 100, "10"), neutral("4", "#tea", null, 100, "30"));

        // When
        expectations.ingest("posts", lines);

        // Then
        Figures figures = expectations.figures();
        assertEquals(4, figures.get("tea: HASHTAG_POSTS").intValue());
        assertEquals(2, figures.get("tea: posts with a rate").intValue());
        assertEquals(2, figures.get("tea: posts without a rate").intValue());
        assertEquals(0, figures.get("tea: ENGAGEMENT_RATE").compareTo(new BigDecimal("0.2")));
    }

    @Test
    @DisplayName("a withdrawn post no longer counts, its author stays a creator")
    void deletionWithdraws() {
        // Given
        String did = "did:plc:abc";
        List<Line> lines = List.of(
                PostFile.parse("""
                        {"did":"%s","kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post",\
                        "rkey":"r1","record":{"text":"#tea","createdAt":"2026-05-01T00:00:00Z"}}}""".formatted(did))
                        .getFirst(),
                PostFile.parse("{\"did\":\"%s\",\"kind\":\"identity\"}".formatted(did)).getFirst(),
                new Line.Deletion("BLUESKY", "at://did:plc:abc/app.bsky.feed.post/r1"),
                new Line.Deletion("BLUESKY", "at://did:plc:abc/app.bsky.feed.post/unknown"));

        // When
        expectations.ingest("posts", lines);

        // Then
        Figures figures = expectations.figures();
        assertEquals(1, figures.get("posts: withdrawn").intValue());
        assertEquals(2, figures.get("posts: ignored").intValue());
        assertEquals(0, figures.get("tea: HASHTAG_POSTS").intValue());
        assertEquals(1, figures.get(FigureName.discovery("HASHTAG")).intValue());
        assertEquals(1, figures.get(FigureName.tier("UNKNOWN")).intValue());
    }

    @Test
    @DisplayName("a creator keeps the closest way of discovery")
    void closestDiscovery() {
        // Given
        List<Optional<Map<String, String>>> rows = List.of(row("jo", "CUSTOMER"), row("kim", "CUSTOMER"),
                row("lee", "EXTERNAL"), row("max", "EXTERNAL"), row("max", "EXTERNAL"), Optional.empty());
        expectations.importCreators("import", rows, new HashMap<>());

        // When
        expectations.ingest("posts", List.of(by("jo", "#tea"), by("kim", "@teahouse #tea"), by("lee", "#tea")));

        // Then
        Figures figures = expectations.figures();
        assertEquals(4, figures.get("import: created").intValue());
        assertEquals(1, figures.get("import: unchanged").intValue());
        assertEquals(1, figures.get("import: rejected").intValue());
        assertEquals(1, figures.get(FigureName.discovery("CUSTOMER")).intValue());
        assertEquals(1, figures.get(FigureName.discovery("MENTION")).intValue());
        assertEquals(1, figures.get(FigureName.discovery("HASHTAG")).intValue());
        assertEquals(1, figures.get(FigureName.discovery("IMPORT")).intValue());
    }

    @Test
    @DisplayName("people count once, bots never")
    void visits() {
        // Given
        List<DemoFiles.Visit> visits = List.of(new DemoFiles.Visit(false, "a"), new DemoFiles.Visit(true, "bot"),
                new DemoFiles.Visit(false, "b"), new DemoFiles.Visit(false, "a"));

        // When
        expectations.visit(visits);

        // Then
        Figures figures = expectations.figures();
        assertEquals(2, figures.get(FigureName.CLICKS).intValue());
        assertEquals(1, figures.get(FigureName.CLICKS_OF_BOTS).intValue());
        assertEquals(1, figures.get(FigureName.CLICKS_REPEATED).intValue());
    }

    @Test
    @DisplayName("tiers change where standard-2021 says")
    void tiers() {
        // Given
        List<Long> followers = List.of(9_999L, 10_000L, 100_000L, 100_001L, 500_000L, 500_001L, 1_000_000L, 1_000_001L);

        // When
        List<String> tiers = followers.stream().map(CreatorLedger::tier).toList();

        // Then
        assertEquals(List.of("NANO", "MICRO", "MICRO", "MID", "MID", "MACRO", "MACRO", "MEGA"), tiers);
    }

    @Test
    @DisplayName("the committed files hold what the demo promises")
    void committedFiles() throws Exception {
        // Given
        DemoFiles files = new DemoFiles(Path.of("demo"));

        // When
        Figures figures = Expectations.of(files, Instant.parse("2026-07-01T00:00:00Z"));

        // Then
        int posts = files.posts().stream().map(DemoFiles::nameOf)
                .mapToInt(file -> figures.get(file + ": matched").intValue()
                        + figures.get(file + ": unmatched").intValue())
                .sum();
        assertEquals(640, posts);
        assertEquals(534, files.posts().stream().map(DemoFiles::nameOf)
                .mapToInt(file -> figures.get(file + ": matched").intValue()).sum());
        for (DemoFiles.Campaign campaign : files.campaigns()) {
            assertTrue(figures.get(FigureName.kpi(campaign.name(), "HASHTAG_POSTS")).intValue() > 150);
        }
    }

    private static Optional<Map<String, String>> row(String handle, String kind) {
        return Optional.of(Map.of("network", "OTHER", "handle", handle, "kind", kind));
    }

    private static Line by(String handle, String text) {
        return new Line.Post("OTHER", handle + "-1", handle, null, text, Instant.EPOCH, null, Line.Engagement.UNKNOWN,
                List.of(), List.of());
    }

    private static Line neutral(String id, String text, @Nullable String observedAt,
            int followers, String likes) {
        return PostFile.parse("""
                {"network":"OTHER","id":"%s","publishedAt":"2026-05-01T00:00:00Z","observedAt":%s,"text":"%s",\
                "author":{"handle":"jo","followers":%d},"engagement":{"likes":%s}}""".formatted(id,
                observedAt == null ? "null" : "\"" + observedAt + "\"", text, followers, likes)).getFirst();
    }
}
