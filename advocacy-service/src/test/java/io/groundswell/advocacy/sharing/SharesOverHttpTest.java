package io.groundswell.advocacy.sharing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.advocacy.Api;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.testing.PostgresTestResource;
import io.groundswell.kit.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class SharesOverHttpTest {
    private final Api api = Api.ofNewWorkspace();
    private final UUID campaign = Uuid7.next();

    @Test
    void aPackIsCreatedOncePerKey() {
        // Given
        Map<String, Object> draft = Map.of("campaignId", campaign, "title", " Spring ", "landingUrl", Api.LANDING, "variants",
                List.of(Map.of("text", "Here it is.", "network", "LINKEDIN", "language", "en-us")));

        // When
        Response created = api.marketer().contentType(ContentType.JSON).header("Idempotency-Key", "k1").body(draft)
                .post("/v1/share-packs");

        // Then
        String id = created.then().statusCode(201).body("title", equalTo("Spring")).body("disclosure", equalTo("#ad"))
                .body("variants[0].language", equalTo("en-US")).header("Location", startsWith("/v1/share-packs/")).extract()
                .path("id");
        api.marketer().contentType(ContentType.JSON).header("Idempotency-Key", "k1").body(draft).post("/v1/share-packs")
                .then().statusCode(201).header("Idempotent-Replayed", "true").body("id", equalTo(id));
        api.marketer().queryParam("campaignId", campaign).get("/v1/share-packs").then().body("items", hasSize(1));
        api.marketer().queryParam("campaignId", Uuid7.next()).get("/v1/share-packs").then().body("items", hasSize(0));
        String tag = api.marketer().get("/v1/share-packs/{id}", id).then().statusCode(200).extract().header("ETag");
        assertEquals(created.header("ETag"), tag);
        api.marketer().header("If-None-Match", tag).get("/v1/share-packs/{id}", id).then().statusCode(304);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"title\":\"t\",\"landingUrl\":\"https://e.com\",\"variants\":[{\"text\":\"x\"}]} | #/campaignId",
            "{\"campaignId\":\"0199c59f-0000-7000-8000-000000000001\",\"landingUrl\":\"https://e.com\",\"variants\":[{\"text\":\"x\"}]} | #/title",
            "{\"campaignId\":\"0199c59f-0000-7000-8000-000000000001\",\"title\":\"t\",\"landingUrl\":\"javascript:1\",\"variants\":[{\"text\":\"x\"}]} | #/landingUrl",
            "{\"campaignId\":\"0199c59f-0000-7000-8000-000000000001\",\"title\":\"t\",\"landingUrl\":\"https://e.com\",\"variants\":[]} | #/variants",
            "{\"campaignId\":\"0199c59f-0000-7000-8000-000000000001\",\"title\":\"t\",\"landingUrl\":\"https://e.com\",\"variants\":[{\"text\":\" \"}]} | #/variants/0/text",
            "{\"campaignId\":\"0199c59f-0000-7000-8000-000000000001\",\"title\":\"t\",\"landingUrl\":\"https://e.com\",\"variants\":[{\"text\":\"x\",\"network\":\"FAX\"}]} | #/variants/0/network"})
    void aBadPackIsRefusedAtItsPlace(String body, String pointer) {
        // When
        Response refused = api.marketer().contentType(ContentType.JSON).body(body).post("/v1/share-packs");

        // Then
        refused.then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void anEmployeeGetsOneTextAndLinkPerPackAndNetwork() {
        // Given
        api.employ("ada@demo.example");
        UUID pack = api.createPack(campaign);

        // When
        Response shared = api.share("Ada@DEMO.example", pack, "LINKEDIN");

        // Then
        String url = shared.then().statusCode(201).body("network", equalTo("LINKEDIN")).body("variant", equalTo(0))
                .body("campaignId", equalTo(campaign.toString()))
                .body("shortUrl", matchesPattern(".*/s/[1-9A-HJ-NP-Za-km-z]{10}")).extract().path("shortUrl");
        shared.then().body("text", equalTo("Our spring roast is here. #ad " + url));
        api.share("ada@demo.example", pack, "LINKEDIN").then().statusCode(200).body("", equalTo(shared.jsonPath().getMap("")));
        api.share("ada@demo.example", pack, "MASTODON").then().statusCode(201);
        api.employee("ada@demo.example").get(shared.header("Location")).then().statusCode(200)
                .body("", equalTo(shared.jsonPath().getMap("")));
    }

    @Test
    void theFeedTellsOfAShareOnceAndWithoutNames() {
        // Given
        api.employ("ada@demo.example");
        UUID pack = api.createPack(campaign);

        // When
        String id = api.share("ada@demo.example", pack, "LINKEDIN").path("id");

        // Then
        api.share("ada@demo.example", pack, "LINKEDIN").then().statusCode(200);
        JsonPath events = api.service().queryParam("wait", 5).get("/v1/events").jsonPath();
        assertEquals(List.of("share.published"), events.getList("type"));
        assertEquals(id, events.getString("[0].data.shareId"));
        assertEquals(pack.toString(), events.getString("[0].data.packId"));
    }

    @Test
    void manyRequestsAtOnceMakeOneShare() throws InterruptedException, ExecutionException {
        // Given
        api.employ("ada@demo.example");
        UUID pack = api.createPack(campaign);
        List<Response> answers;

        // When
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<Future<Response>> running = IntStream.range(0, 8)
                    .mapToObj(_ -> clients.submit(() -> api.share("ada@demo.example", pack, "X"))).toList();
            answers = new ArrayList<>();
            for (Future<Response> request : running) {
                answers.add(request.get());
            }
        }

        // Then
        assertEquals(1, answers.stream().filter(answer -> answer.statusCode() == 201).count());
        assertEquals(7, answers.stream().filter(answer -> answer.statusCode() == 200).count());
        assertEquals(1, answers.stream().map(answer -> answer.<String>path("shortUrl")).distinct().count());
    }

    @Test
    void whoIsNotOnTheRosterCannotShare() {
        // Given
        api.employ("ada@demo.example", "omar@demo.example");
        api.dismiss("omar@demo.example");
        UUID pack = api.createPack(campaign);

        // When
        Response stranger = api.share("eve@demo.example", pack, "X");

        // Then
        stranger.then().statusCode(403).body("code", equalTo("not-on-roster"));
        api.share("omar@demo.example", pack, "X").then().statusCode(403).body("code", equalTo("not-on-roster"));
        RestAssured.given().auth().oauth2(TestTokens.token(api.workspace(), "employee")).contentType(ContentType.JSON)
                .body(Map.of("network", "X")).post("/v1/share-packs/{id}/shares", pack)
                .then().statusCode(403).body("code", equalTo("not-on-roster"));
        api.marketer().contentType(ContentType.JSON).body(Map.of("network", "X"))
                .post("/v1/share-packs/{id}/shares", pack).then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void aKeyThatTwoEmployeesUseShowsNeitherTheOthersShare() {
        // Given
        api.employ("ada@demo.example", "lin@demo.example");
        UUID pack = api.createPack(campaign);
        api.employee("ada@demo.example").header("Idempotency-Key", "1").contentType(ContentType.JSON)
                .body(Map.of("network", "X")).post("/v1/share-packs/{id}/shares", pack).then().statusCode(201);

        // When
        Response other = api.employee("lin@demo.example").header("Idempotency-Key", "1").contentType(ContentType.JSON)
                .body(Map.of("network", "X")).post("/v1/share-packs/{id}/shares", pack);

        // Then
        other.then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void unsuitableRequestsAreRefused() {
        // Given
        api.employ("ada@demo.example");
        UUID pack = api.createPack(campaign);

        // When
        Response refused = api.employee("ada@demo.example").contentType(ContentType.JSON)
                .body(Map.of("network", "X", "variant", 1)).post("/v1/share-packs/{id}/shares", pack);

        // Then
        refused.then().statusCode(422).body("errors[0].pointer", equalTo("#/variant"));
        api.share("ada@demo.example", Uuid7.next(), "X").then().statusCode(404);
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        // Given
        api.employ("ada@demo.example");
        UUID pack = api.createPack(campaign);
        Api stranger = Api.ofNewWorkspace();
        stranger.employ("ada@demo.example");

        // When
        Response refused = stranger.share("ada@demo.example", pack, "X");

        // Then
        refused.then().statusCode(404).body("code", equalTo("not-found"));
        stranger.marketer().get("/v1/share-packs/{id}", pack).then().statusCode(404);
        stranger.marketer().get("/v1/share-packs").then().body("items", hasSize(0));
    }
}
