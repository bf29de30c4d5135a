package io.groundswell.suite.demo.expectation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Where the demo's files are, in the order in which they are used.
 *
 * @param folder the folder {@code suite/demo} of the repository
 */
public record DemoFiles(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A campaign as it is written down. The last day is not in the file, because a campaign can only be launched while its end lies ahead.
     *
     * @param body        request body for creating the campaign, without {@code endsAt}
     * @param runsForDays days from the launch to the end
     * @param sharePack   request body for the campaign's share pack, without {@code campaignId}; missing when there is none
     */
    public record Campaign(JsonNode body, int runsForDays, JsonNode sharePack) {

        /** The campaign's name. */
        public String name() {
            return body.path("name").asText();
        }

        /** The last moment of a campaign launched at {@code launch}. */
        public Instant endsAt(Instant launch) {
            return launch.plus(Duration.ofDays(runsForDays));
        }
    }

    /**
     * One visit to the short link.
     *
     * @param bot       whether a program came, not a person
     * @param userAgent what the visitor's browser says it is; the same text means the same visitor
     */
    public record Visit(boolean bot, String userAgent) {}

    /** Creators to import: a shortlist as NDJSON, then customers as CSV. */
    public List<Path> creators() {
        return List.of(folder.resolve("creators/shortlist.ndjson"), folder.resolve("creators/customers.csv"));
    }

    /** The employee roster, CSV. */
    public Path employees() {
        return folder.resolve("employees.csv");
    }

    /** Posts, one file per shape. */
    public List<Path> posts() {
        return Stream.of("neutral", "mastodon", "bluesky", "x").map(name -> folder.resolve("posts/" + name + ".ndjson"))
                .toList();
    }

    /** The campaigns; the first one has a share pack. */
    public List<Campaign> campaigns() throws IOException {
        List<Campaign> campaigns = new ArrayList<>();
        for (String name : List.of("harbour-coffee", "light-the-quay")) {
            JsonNode file = JSON.readTree(Files.readString(folder.resolve("campaigns/" + name + ".json")));
            campaigns.add(new Campaign(file.path("campaign"), file.path("runsForDays").asInt(), file.path("sharePack")));
        }
        return campaigns;
    }

    /** Visits to the short link, in order. */
    public List<Visit> visits() throws IOException {
        List<Visit> visits = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("visits.ndjson"))) {
            JsonNode visit = JSON.readTree(line);
            visits.add(new Visit(visit.path("kind").asText().equals("BOT"), visit.path("userAgent").asText()));
        }
        return visits;
    }

    /** The name by which reports call a file. */
    public static String nameOf(Path file) {
        return file.getName(file.getNameCount() - 1).toString();
    }
}
