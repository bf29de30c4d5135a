package io.groundswell.suite.e2e;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** One of everything that a workspace can own. */
final class Belongings {
    private static final Pattern PLACEHOLDER = Pattern.compile("([a-zA-Z-]+)(/|=)\\{([a-zA-Z]+)\\}");

    private final Contracts contracts = Contracts.read();
    private final Marketer owner;

    /** What stands for a placeholder: by the collection it follows, or by its own name if nothing is known of that. */
    private final Map<String, String> keys = new HashMap<>();

    private Belongings(Marketer owner) {
        this.owner = owner;
    }

    static Belongings of(Marketer owner) {
        var belongings = new Belongings(owner);
        belongings.campaign();
        belongings.rights();
        belongings.creators();
        belongings.advocates();
        for (String collection : new String[]{"creator-lists", "customer-profiles", "segments", "engagement-priors",
                "engagement-rules", "benchmarks", "moderation-rules", "connectors", "webhook-subscriptions"}) {
            belongings.keys.put(collection, belongings.make("/v1/" + collection).path("id").asText());
        }
        belongings.keys.put("collections", made(owner.post("/v1/collections", """
                {"name": "Mine", "title": "Mine", "campaignId": "%s"}""".formatted(belongings.key("campaigns")))).path("id")
                .asText());
        belongings.keys.put("items", belongings.key("posts"));
        belongings.keys.put("profileId", belongings.key("customer-profiles"));
        belongings.keys.put("versions", "1");
        belongings.keys.put("tier-schemes", belongings.make("/v1/tier-schemes").path("scheme").asText());
        return belongings;
    }

    /** Returns an address of a contract with the owner's keys in it. */
    String address(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) + found.group(2) + keyAt(found)));
    }

    private String keyAt(MatchResult found) {
        return keys.containsKey(found.group(1)) ? key(found.group(1)) : key(found.group(3));
    }

    private String key(String name) {
        String key = keys.get(name);
        if (key == null || key.isEmpty()) {
            throw new AssertionError("The owner has nothing that could stand for '" + name + "'");
        }
        return key;
    }

    private JsonNode make(String collection) {
        return made(owner.post(address(collection), contracts.exampleFor(collection)));
    }

    private static JsonNode made(Marketer.Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError("Nothing was made: " + answer.status() + " " + answer.body());
        }
        return answer.json();
    }

    private void campaign() {
        String campaign = owner.launch("#mine");
        owner.ingest(PostLines.lines("#mine", 1));
        keys.put("campaigns", campaign);
        keys.put("campaign-views", campaign);
        keys.put("posts", owner.get("/v1/posts").json().at("/items/0/id").asText());
    }

    private void rights() {
        String post = key("posts");
        String terms = "\"terms\":{\"actions\":[\"DISPLAY\"],\"channels\":[\"WEBSITE\"]}";
        owner.send("POST", "/v1/posts/" + post + "/approve", "application/json", BodyPublishers.noBody());
        keys.put("rights-requests", made(owner.post("/v1/rights-requests", """
                {"postId":"%s",%s,"approvalHashtag":"#yesMine","brandMention":"@mine"}""".formatted(post, terms))).path("id")
                .asText());
        keys.put("rights-grants", made(owner.post("/v1/rights-grants", """
                {"postId":"%s",%s,"reference":"Contract 1"}""".formatted(post, terms))).path("id").asText());
    }

    private void creators() {
        var lines = new StringBuilder();
        for (String handle : new String[]{"mine", "other", "twin"}) {
            lines.append("{\"network\":\"X\",\"handle\":\"").append(handle).append("\",\"followers\":10}\n");
        }
        Marketer.send(owner.request("/v1/creators/import").header("Content-Type", "application/x-ndjson")
                .header("Import-Key", "mine").POST(BodyPublishers.ofString(lines.toString())));
        keys.put("imports", "mine");
        JsonNode mine = creator("mine");
        String creator = mine.path("id").asText();
        keys.put("creators", creator);
        keys.put("creator-views", creator);
        keys.put("members", creator);
        keys.put("accounts", mine.at("/accounts/0/id").asText());
        keys.put("duplicate-candidates", creator("other").path("id").asText());
        keys.put("notes", make("/v1/creators/{id}/notes").path("id").asText());
        keys.put("merges", made(owner.post("/v1/creators/" + creator + "/merges",
                "{\"absorb\":\"" + creator("twin").path("id").asText() + "\"}")).path("id").asText());
    }

    private JsonNode creator(String handle) {
        return owner.all("/v1/creators?network=X").stream()
                .filter(creator -> creator.at("/accounts/0/handle").asText().equals(handle)).findFirst().orElseThrow();
    }

    private void advocates() {
        owner.send("POST", "/v1/employees/import", "application/x-ndjson",
                BodyPublishers.ofString("{\"workEmail\":\"ada@mine.example\",\"name\":\"Ada\"}\n"));
        keys.put("employees", owner.get("/v1/employees").json().at("/items/0/id").asText());
        keys.put("share-packs", made(owner.post("/v1/share-packs", """
                {"campaignId":"%s","title":"Mine","landingUrl":"https://mine.example/","variants":[{"text":"Have a look"}]}"""
                .formatted(key("campaigns")))).path("id").asText());
    }
}
