package io.groundswell.suite.demo.expectation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads the demo's post files line by line, whichever of the four shapes a line has: neutral, Mastodon status, Bluesky Jetstream event, X v2 search page.
 */
final class PostFile {

    static final Set<String> NETWORKS = Set.of("INSTAGRAM", "TIKTOK", "YOUTUBE", "X", "FACEBOOK", "LINKEDIN",
            "MASTODON", "BLUESKY", "OTHER");

    private static final ObjectMapper JSON = new ObjectMapper();

    private PostFile() {}

    /** Every entry of the file in order; an X page gives one entry per post. */
    static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.addAll(parse(line));
        }
        return lines;
    }

    static List<Line> parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (!json.isObject()) {
                return List.of(new Line.Unreadable());
            }
            if (json.has("network")) {
                return List.of(neutral(json));
            }
            if (json.has("did")) {
                return List.of(bluesky(json));
            }
            if (json.has("data")) {
                return xPage(json);
            }
            return List.of(json.has("account") ? mastodon(json) : new Line.Unreadable());
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException unreadable) {
            return List.of(new Line.Unreadable());
        }
    }

    private static Line neutral(JsonNode post) {
        String network = text(post, "network");
        if (!NETWORKS.contains(network)) {
            return new Line.Unreadable();
        }
        JsonNode author = post.path("author");
        String handle = text(author, "handle");
        JsonNode engagement = post.path("engagement");
        JsonNode observed = post.path("observedAt");
        return new Line.Post(network, text(post, "id"), author.path("id").asText(handle.toLowerCase(Locale.ROOT)),
                count(author, "followers"), text(post, "text"), Instant.parse(text(post, "publishedAt")),
                observed.isTextual() ? Instant.parse(observed.textValue()) : null,
                new Line.Engagement(count(engagement, "likes"), count(engagement, "comments"),
                        count(engagement, "shares"), count(engagement, "views"), count(engagement, "impressions")),
                texts(post.path("hashtags"), ""), texts(post.path("mentions"), ""));
    }

    private static Line mastodon(JsonNode status) {
        JsonNode account = status.path("account");
        return new Line.Post("MASTODON", text(status, "id"), text(account, "id"), count(account, "followers_count"),
                MarkedUpText.fromHtml(text(status, "content")), Instant.parse(text(status, "created_at")), null,
                new Line.Engagement(count(status, "favourites_count"), count(status, "replies_count"),
                        count(status, "reblogs_count"), null, null),
                texts(status.path("tags"), "name"), texts(status.path("mentions"), "username"));
    }

    private static Line bluesky(JsonNode event) {
        JsonNode commit = event.path("commit");
        if (!commit.path("collection").asText().equals("app.bsky.feed.post")) {
            return new Line.Ignored();
        }
        String did = text(event, "did");
        String id = "at://" + did + "/app.bsky.feed.post/" + text(commit, "rkey");
        if (text(commit, "operation").equals("delete")) {
            return new Line.Deletion("BLUESKY", id);
        }
        JsonNode post = commit.path("record");
        List<String> tags = new ArrayList<>();
        for (JsonNode facet : post.path("facets")) {
            tags.addAll(texts(facet.path("features"), "tag"));
        }
        return new Line.Post("BLUESKY", id, did, null, text(post, "text"), Instant.parse(text(post, "createdAt")),
                null, Line.Engagement.UNKNOWN, tags, List.of());
    }

    private static List<Line> xPage(JsonNode page) {
        Map<String, JsonNode> users = new HashMap<>();
        page.path("includes").path("users").forEach(user -> users.put(user.path("id").asText(), user));
        List<Line> posts = new ArrayList<>();
        for (JsonNode post : page.path("data")) {
            String author = text(post, "author_id");
            JsonNode user = users.getOrDefault(author, JSON.missingNode());
            JsonNode metrics = post.path("public_metrics");
            Long retweets = count(metrics, "retweet_count");
            Long quotes = count(metrics, "quote_count");
            Long shares = retweets == null || quotes == null ? null : Long.valueOf(retweets + quotes);
            posts.add(new Line.Post("X", text(post, "id"), author,
                    count(user.path("public_metrics"), "followers_count"), MarkedUpText.unescape(text(post, "text")),
                    Instant.parse(text(post, "created_at")), null,
                    new Line.Engagement(count(metrics, "like_count"), count(metrics, "reply_count"), shares, null,
                            count(metrics, "impression_count")),
                    texts(post.path("entities").path("hashtags"), "tag"),
                    texts(post.path("entities").path("mentions"), "username")));
        }
        return posts;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " is not a text");
        }
        return value.textValue();
    }

    private static @Nullable Long count(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException(field + " is not a count");
        }
        return value.longValue();
    }

    /** The texts of an array, or of one field of its objects; objects without that field are passed over. */
    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array) {
            JsonNode value = field.isEmpty() ? item : item.path(field);
            if (value.isTextual()) {
                texts.add(value.textValue());
            }
        }
        return texts;
    }
}
