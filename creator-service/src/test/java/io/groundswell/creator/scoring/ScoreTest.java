package io.groundswell.creator.scoring;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ScoreTest {
    private static final String PROFILE = """
            {"name": "Coffee", "criteria": {"languages": ["nl"], "countries": ["NL"], "tiers": ["NANO", "MICRO"],
             "networks": ["INSTAGRAM"], "engagementFloor": 0.02, "keywords": ["barista", "latte art"]}}""";
    private static final String MILA = """
            {"displayName": "Mila", "accounts": [
             {"network": "INSTAGRAM", "handle": "mila", "followers": 4200, "language": "nl", "country": "NL",
              "bio": "Barista in Rotterdam #LatteArt"}, {"network": "X", "handle": "mila", "language": "en"}]}""";

    @Test
    void aScoreShowsEveryPoint() {
        // Given
        Api api = Api.of("score-one");
        String creator = create(api, "/v1/creators", MILA);
        String profile = create(api, "/v1/customer-profiles", PROFILE);

        // When
        var score = api.request().get("/v1/creators/{id}/score?profileId={profile}", creator, profile).then();

        // Then
        score.statusCode(200).body("score", equalTo(points("71.428571")), "open", equalTo(points("28.571429")),
                "features.feature",
                contains("LANGUAGES", "COUNTRIES", "TIERS", "NETWORKS", "ENGAGEMENT", "KEYWORDS"), "features[4].known",
                equalTo(false), "features[5].matched", contains("barista", "latte art"), "inputs.networks",
                contains("INSTAGRAM", "X"), "inputs.languages", contains("en", "nl"), "moves", hasSize(1), "profile.version",
                equalTo(0), "profile.model.version", equalTo("fit-2026-1"), "inputs.creatorId", equalTo(creator));
    }

    @Test
    void aScoreRestsOnWhatOtherAnswersShow() {
        // Given
        Api api = Api.of("score-evidence");
        String creator = create(api, "/v1/creators",
                """
                        {"accounts": [{"network": "INSTAGRAM", "handle": "mila", "followers": 4260, "bio": "Coffee, mostly latte art"}]}""");
        String account = api.creator(creator).extract().path("accounts[0].id");
        api.request().body("{\"source\":\"Graph API\",\"engagement\":{\"posts\":12,\"likes\":1834,\"comments\":210}}")
                .post("/v1/creators/{id}/accounts/{account}/snapshots", creator, account).then().statusCode(201);
        Float rate = api.request().get("/v1/creators/{id}/engagement", creator).then().statusCode(200).extract()
                .path("accounts[0].rate");
        String profile = create(api, "/v1/customer-profiles",
                "{\"name\": \"A\", \"criteria\": {\"topics\": [\"food-drink\", \"travel\"], \"engagementFloor\": 0.5}}");

        // When
        var score = api.request().get("/v1/creators/{id}/score?profileId={profile}", creator, profile).then();

        // Then
        score.statusCode(200).body("inputs.engagementRate", equalTo(rate), "inputs.topics", hasItems("coffee", "food-drink"),
                "features[0].matched", contains("food-drink"), "features[1].raw", equalTo(rate), "open", equalTo(0));
    }

    @Test
    void anExportedScoreIsVerifiedByItselfAlone() {
        // Given
        Api api = Api.of("score-verify");
        String creator = create(api, "/v1/creators", MILA);
        String profile = create(api, "/v1/customer-profiles", PROFILE);
        String exported = api.request().get("/v1/creators/{id}/score?profileId={profile}", creator, profile).then()
                .statusCode(200).extract().asString();

        // When
        var verified = Api.of("score-verify-elsewhere").request().body(exported).post("/v1/scores/verify").then();

        // Then
        verified.statusCode(200).body("valid", equalTo(true), "differences", hasSize(0), "score", equalTo(points("71.428571")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "score":71.428571      | "score":81.428571     | #/score
            "tier":"NANO"          | "tier":"MEGA"         | #/digests/inputs
            "tier":"NANO"          | "tier":"MEGA"         | #/features/2/contribution
            "name":"Coffee"        | "name":"Tea"          | #/digests/profile
            "weight":15,           | "weight":16,          | #/digests/model
            "weight":15,           | "weight":16,          | #/features/0/weight
            "keywords":["barista", | "keywords":["batista",| #/digests/inputs
            "open":28.571429       | "open":1e30           | #/open
            """)
    void whateverWasChangedIsNamed(String right, String wrong, String pointer) {
        // Given
        Api api = Api.of("score-tampered-" + UUID.randomUUID());
        String creator = create(api, "/v1/creators", MILA);
        String profile = create(api, "/v1/customer-profiles", PROFILE);
        String exported = api.request().get("/v1/creators/{id}/score?profileId={profile}", creator, profile).then()
                .statusCode(200).extract().asString();
        api.request().header("If-Match", api.tag(creator)).body("{\"stage\":\"OPTED_OUT\"}")
                .post("/v1/creators/{id}/stage", creator).then().statusCode(200);

        // When
        var verified = api.request().body(exported.replace(right, wrong)).post("/v1/scores/verify").then();

        // Then
        verified.statusCode(200).body("valid", equalTo(false), "differences.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                           | 422
            []                                           | 422
            {"score": 1e999999999}                       | 422
            {"score": 1, "open": 1, "features": [null]}  | 422
            {"score": "high"}                            | 422
            {"score": 1,                                 | 400
            """)
    void whatIsNoScoreIsRefused(String body, int status) {
        // When
        var refused = Api.of("score-garbage").request().body(body).post("/v1/scores/verify").then();

        // Then
        refused.statusCode(status);
    }

    @Test
    void manyAreRankedAndThoseWithoutAScoreNamed() {
        // Given
        Api api = Api.of("score-rank");
        String profile = create(api, "/v1/customer-profiles", PROFILE);
        String mila = create(api, "/v1/creators", MILA);
        String bo = create(api, "/v1/creators",
                "{\"accounts\": [{\"network\": \"TIKTOK\", \"handle\": \"bo\", \"followers\": 50000000, \"language\": \"nl\"}]}");
        String gone = api.add("gone", 5);
        api.request().header("If-Match", api.tag(gone)).body("{\"stage\":\"OPTED_OUT\"}").post("/v1/creators/{id}/stage", gone)
                .then().statusCode(200);
        String unknown = UUID.randomUUID().toString();

        // When
        var ranking = rank(api, profile, bo, unknown, mila, gone, mila);

        // Then
        ranking.statusCode(200).body("ranking.creatorId", contains(mila, bo), "ranking.score",
                contains(points("71.428571"), points("21.428572")), "ranking[1].contributions.feature",
                hasItems("LANGUAGES", "TIERS"),
                "notScored",
                hasSize(2), "notScored.find{it.creatorId=='" + gone + "'}.reason", equalTo("OPTED_OUT"),
                "notScored.find{it.creatorId=='" + unknown + "'}.reason", equalTo("NOT_FOUND"), "model", equalTo("fit-2026-1"));
        api.request().get("/v1/creators/{id}/score?profileId={profile}", gone, profile).then().statusCode(409).body("code",
                equalTo("creator-not-scored"));
    }

    @Test
    void whoWentUpInAnotherIsScoredThere() {
        // Given
        Api api = Api.of("score-merged");
        String profile = create(api, "/v1/customer-profiles", PROFILE);
        String mila = create(api, "/v1/creators", MILA);
        String again = api.add("mila.again", 5);
        api.request().header("If-Match", api.tag(mila)).body("{\"absorb\": \"" + again + "\"}")
                .post("/v1/creators/{id}/merges", mila).then().statusCode(201);

        // When
        var score = api.request().get("/v1/creators/{id}/score?profileId={profile}", again, profile).then();

        // Then
        score.statusCode(404).body("code", equalTo("creator-merged"));
        rank(api, profile, mila, again).statusCode(200).body("ranking.creatorId", contains(mila), "notScored[0].reason",
                equalTo("MERGED"));
    }

    @Test
    void anEarlierVersionOfAProfileStillScores() {
        // Given
        Api api = Api.of("score-version");
        String creator = create(api, "/v1/creators", MILA);
        String profile = create(api, "/v1/customer-profiles", PROFILE);
        api.request().header("If-Match", "*").body("{\"criteria\": {\"countries\": [\"BE\"]}}")
                .patch("/v1/customer-profiles/{id}", profile).then().statusCode(200);

        // When
        var score = api.request().get("/v1/creators/{id}/score?profileId={profile}&profileVersion=0", creator, profile).then();

        // Then
        score.statusCode(200).body("profile.version", equalTo(0), "score", equalTo(points("71.428571")));
        api.request().get("/v1/creators/{id}/score?profileId={profile}", creator, profile).then().body("profile.version",
                equalTo(1), "score", equalTo(points("57.142857")));
        api.request().get("/v1/creators/{id}/score?profileId={profile}&profileVersion=9", creator, profile).then()
                .statusCode(404);
        api.request().header("If-Match", "*").delete("/v1/customer-profiles/{id}", profile).then().statusCode(204);
        api.request().get("/v1/creators/{id}/score?profileId={profile}&profileVersion=0", creator, profile).then()
                .statusCode(404);
    }

    @Test
    void anotherWorkspaceScoresNobodyOfThisOne() {
        // Given
        Api mine = Api.of("score-mine");
        String creator = create(mine, "/v1/creators", MILA);
        String profile = create(mine, "/v1/customer-profiles", PROFILE);
        Api stranger = Api.of("score-stranger");
        String own = create(stranger, "/v1/customer-profiles", PROFILE);

        // When
        var score = stranger.request().get("/v1/creators/{id}/score?profileId={profile}", creator, own).then();

        // Then
        score.statusCode(404);
        stranger.request().get("/v1/creators/{id}/score?profileId={profile}", creator, profile).then().statusCode(404);
        rank(stranger, profile, creator).statusCode(404);
        rank(stranger, own, creator).statusCode(200).body("ranking", hasSize(0), "notScored[0].reason", equalTo("NOT_FOUND"));
        Api.of("score-mine", "campaigns:read").request().get("/v1/creators/{id}/score?profileId={profile}", creator, profile)
                .then().statusCode(403);
    }

    @Test
    void badRequestsNameTheirPlace() {
        // Given
        Api api = Api.of("score-bad");
        String profile = create(api, "/v1/customer-profiles", PROFILE);
        String creator = api.add("mila", 100);

        // When
        var refused = api.request().get("/v1/creators/{id}/score", creator).then();

        // Then
        refused.statusCode(400).body("errors[0].pointer", equalTo("?profileId"));
        api.request().get("/v1/creators/{id}/score?profileId=me", creator).then().statusCode(400);
        rank(api, profile).statusCode(422).body("errors[0].pointer", equalTo("#/creatorIds"));
        rank(api, profile, IntStream.range(0, 1001).mapToObj(_ -> UUID.randomUUID().toString()).toArray(String[]::new))
                .statusCode(422).body("errors[0].pointer", equalTo("#/creatorIds"));
        api.request().body("{\"profileId\": null, \"creatorIds\": []}").post("/v1/scores").then().statusCode(422);
    }

    private static String create(Api api, String path, String body) {
        return api.request().body(body).post(path).then().statusCode(201).extract().path("id");
    }

    private static io.restassured.response.ValidatableResponse rank(Api api, String profile, String... creators) {
        return api.request().body("{\"profileId\": \"%s\", \"creatorIds\": [%s]}".formatted(profile,
                Stream.of(creators).map(id -> "\"" + id + "\"").collect(Collectors.joining(",")))).post("/v1/scores").then();
    }

    /** As the JSON reader of the tests gives decimals. */
    private static Float points(String decimal) {
        return Float.valueOf(decimal);
    }
}
