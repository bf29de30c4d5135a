package io.groundswell.advocacy.click;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.groundswell.advocacy.Api;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ClicksOverHttpTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Api api = Api.ofNewWorkspace();
    private final UUID campaign = Uuid7.next();

    @Test
    void peopleCountAndRobotsRepeatsAndHeadsDoNot() {
        // Given
        api.employ("ada@demo.example");
        String link = api.shareLink("ada@demo.example", api.createPack(campaign), "LINKEDIN");

        // When
        Api.follow(link, "198.51.100.7", Api.BROWSER);
        Api.follow(link, "198.51.100.7", Api.BROWSER);
        Api.follow(link, "198.51.100.7", Api.BROWSER + " Mobile");
        Api.follow(link, "198.51.100.8", Api.BROWSER);
        Api.follow(link, "198.51.100.9", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)");
        Api.follow(link, "198.51.100.9", "curl/8.7.1");
        Api.follow(link, "198.51.100.9", "");
        given().redirects().follow(false).header("User-Agent", Api.BROWSER).head(link).then().statusCode(302);

        // Then
        await().atMost(SOON).until(() -> sum(api.totals(campaign)) == 7);
        JsonPath totals = api.totals(campaign);
        assertEquals(3, totals.getInt("clicks"));
        assertEquals(1, totals.getInt("clicksExcluded.repeats"));
        assertEquals(3, totals.getInt("clicksExcluded.bots"));
    }

    @Test
    void totalsShowAGroupOfFiveAndWithholdASmallerOne() {
        // Given
        UUID pack = api.createPack(campaign);
        for (int i = 0; i < 5; i++) {
            api.employ("p%d@demo.example".formatted(i));
            Api.follow(api.shareLink("p%d@demo.example".formatted(i), pack, "LINKEDIN"), "198.51.100." + i, Api.BROWSER);
        }

        // When
        await().atMost(SOON).until(() -> api.totals(campaign).getInt("clicks") == 5);

        // Then
        api.marketer().queryParam("campaignId", campaign).get("/v1/share-totals").then().statusCode(200)
                .body("packs", equalTo(1)).body("employees", equalTo(5)).body("shares", equalTo(5))
                .body("byNetwork[0].network", equalTo("LINKEDIN")).body("byNetwork[0].figures.clicks", equalTo(5));
        api.shareLink("p1@demo.example", pack, "X");
        api.marketer().queryParam("campaignId", campaign).get("/v1/share-totals").then()
                .body("employees", equalTo(5)).body("shares", equalTo(6))
                .body("byNetwork[0].withheld", equalTo("would-reveal-others"))
                .body("byNetwork[1].withheld", equalTo("fewer-than-5-people"))
                .body("byNetwork[1].figures", equalTo(null));
    }

    @Test
    void aCampaignNobodySharedHasZerosAndAnotherWorkspacesIsOne() {
        // Given
        api.employ("ada@demo.example");
        api.shareLink("ada@demo.example", api.createPack(campaign), "X");

        // When
        JsonPath elsewhere = Api.ofNewWorkspace().totals(campaign);

        // Then
        assertEquals(0, elsewhere.getInt("packs"));
        assertEquals(0, elsewhere.getInt("shares"));
        assertEquals(0, elsewhere.getInt("byNetwork.size()"));
        api.marketer().get("/v1/share-totals").then().statusCode(400).body("errors[0].pointer", equalTo("?campaignId"));
    }

    private static long sum(JsonPath totals) {
        return totals.getLong("clicks") + totals.getLong("clicksExcluded.bots") + totals.getLong("clicksExcluded.repeats");
    }
}
