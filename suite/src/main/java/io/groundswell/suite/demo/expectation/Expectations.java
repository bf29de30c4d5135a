package io.groundswell.suite.demo.expectation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Works out what a correct suite reports once the demo's files have gone through it: outcomes per file, KPI figures per campaign, creators by tier and by
 * discovery, clicks on the short link.
 */
public final class Expectations {

    /** Clocks differ, but not by more than this: a post from further ahead is refused. */
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private final List<Listening> campaigns;
    private final Instant now;
    private final Map<String, Line.Post> kept = new LinkedHashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final CreatorLedger creators = new CreatorLedger();
    private final Figures figures = new Figures();

    Expectations(List<Listening> campaigns, Instant now) {
        this.campaigns = List.copyOf(campaigns);
        this.now = now;
    }

    /**
     * Computes the figures for a workspace in which nothing happened before.
     *
     * @param launch when the campaigns were launched; decides where they end
     * @throws IOException if a file cannot be read
     */
    public static Figures of(DemoFiles files, Instant launch) throws IOException {
        List<Listening> campaigns = new ArrayList<>();
        for (DemoFiles.Campaign campaign : files.campaigns()) {
            JsonNode body = campaign.body();
            campaigns.add(new Listening(campaign.name(), texts(body.path("hashtags")), texts(body.path("mentions")),
                    Instant.parse(body.path("startsAt").asText()), campaign.endsAt(launch)));
        }
        Expectations expectations = new Expectations(campaigns, launch);
        Map<String, Map<String, String>> imported = new HashMap<>();
        for (Path file : files.creators()) {
            expectations.importCreators(DemoFiles.nameOf(file), ImportFile.read(file), imported);
        }
        ImportFile.countOutcomes(DemoFiles.nameOf(files.employees()), ImportFile.read(files.employees()),
                ImportFile::employeeKey, new HashMap<>(), expectations.figures);
        for (Path file : files.posts()) {
            expectations.ingest(DemoFiles.nameOf(file), PostFile.read(file));
        }
        expectations.visit(files.visits());
        return expectations.figures();
    }

    void importCreators(String file, List<Optional<Map<String, String>>> rows,
            Map<String, Map<String, String>> imported) {
        ImportFile.countOutcomes(file, rows, ImportFile::creatorKey, imported, figures);
        imported.forEach((key, row) -> creators.saw(key, row.getOrDefault("kind", "").equals("CUSTOMER")
                ? "CUSTOMER"
                : "IMPORT", row.containsKey("followers") ? Long.valueOf(row.get("followers")) : null, Instant.MIN));
    }

    void ingest(String file, List<Line> lines) {
        for (Line line : lines) {
            figures.count(FigureName.outcome(file, switch (line) {
                case Line.Ignored ignored -> "IGNORED";
                case Line.Unreadable unreadable -> "REJECTED";
                case Line.Deletion deletion -> withdraw(deletion.network() + " " + deletion.id());
                case Line.Post post -> take(post);
            }));
        }
    }

    /** The first visit of each person counts; bots never do. All visits are minutes apart at most. */
    void visit(List<DemoFiles.Visit> visits) {
        Set<String> people = new HashSet<>();
        for (DemoFiles.Visit visit : visits) {
            figures.count(visit.bot()
                    ? FigureName.CLICKS_OF_BOTS
                    : people.add(visit.userAgent()) ? FigureName.CLICKS : FigureName.CLICKS_REPEATED);
        }
        figures.put(FigureName.SHARES, 1);
    }

    Figures figures() {
        campaigns.forEach(this::measure);
        creators.addTo(figures);
        return figures;
    }

    private String withdraw(String key) {
        return kept.containsKey(key) && withdrawn.add(key) ? "WITHDRAWN" : "IGNORED";
    }

    private String take(Line.Post post) {
        if (post.publishedAt().isAfter(now.plus(CLOCK_SKEW))) {
            return "REJECTED";
        }
        List<Listening> matching = campaigns.stream().filter(campaign -> campaign.matches(post)).toList();
        if (matching.isEmpty()) {
            return "UNMATCHED";
        }
        boolean mentioned = matching.stream().anyMatch(campaign -> campaign.isMentionedIn(post));
        Instant seenAt = post.observedAt() != null ? post.observedAt() : post.publishedAt();
        creators.saw(post.authorKey(), mentioned ? "MENTION" : "HASHTAG", post.followers(), seenAt);
        Line.Post before = kept.putIfAbsent(post.key(), post);
        if (before == null) {
            return "MATCHED";
        }
        boolean newer = before.observedAt() != null && post.observedAt() != null
                && post.observedAt().isAfter(before.observedAt());
        if (newer) {
            kept.put(post.key(), post);
        }
        return newer ? "UPDATED" : "UNCHANGED";
    }

    private void measure(Listening campaign) {
        List<Line.Post> posts = kept.values().stream().filter(post -> !withdrawn.contains(post.key()))
                .filter(post -> campaign.covers(post.publishedAt()) && campaign.hasHashtagOf(post)).toList();
        List<BigDecimal> rates = posts.stream().flatMap(post -> EngagementRate.of(post).stream()).toList();
        figures.put(FigureName.kpi(campaign.name(), "HASHTAG_POSTS"), posts.size());
        figures.put(FigureName.kpi(campaign.name(), "HASHTAG_AUTHORS"),
                posts.stream().map(Line.Post::authorKey).distinct().count());
        EngagementRate.median(rates)
                .ifPresent(median -> figures.put(FigureName.kpi(campaign.name(), "ENGAGEMENT_RATE"), median));
        figures.put(FigureName.measured(campaign.name()), rates.size());
        figures.put(FigureName.unmeasured(campaign.name()), posts.size() - rates.size());
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).forEach(texts::add);
        return texts;
    }
}
