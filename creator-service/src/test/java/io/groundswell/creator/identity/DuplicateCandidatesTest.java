package io.groundswell.creator.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.creator.Api;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class DuplicateCandidatesTest {

    @Test
    void creatorsThatMayBeOneAreToldWithWhatSpeaksForIt() {
        // Given
        Api api = Api.of("duplicates-found");
        api.importLines("{\"network\":\"INSTAGRAM\",\"handle\":\"mila.pours\",\"displayName\":\"Mila Vos\",\"country\":\"NL\"}",
                "{\"network\":\"TIKTOK\",\"handle\":\"mila.pours\",\"displayName\":\"Mila Vos\"}",
                "{\"network\":\"X\",\"handle\":\"noor\",\"bio\":\"Sister of nobody. Videos: tiktok.com/@clay.noor\"}",
                "{\"network\":\"TIKTOK\",\"handle\":\"clay.noor\"}", "{\"network\":\"X\",\"handle\":\"ida\"}");

        // When
        var page = candidates(api, "", 2);

        // Then
        page.body("items[0].evidence.kind", contains("SAME_HANDLE", "SAME_NAME"), "items[0].creators.displayName",
                contains("Mila Vos", "Mila Vos"), "items[0].probability", equalTo(0.8176f), "items[0].model",
                equalTo("starting-2026"), "items[0].priorLogOdds", equalTo(-4.0f), "items[1].evidence.kind", contains("LINK"),
                "items[1].evidence[0].detail",
                equalTo("The profile of X noor names \"tiktok.com/@clay.noor\", which is TIKTOK clay.noor"));
        candidates(api, "?minProbability=0.8", 1).body("items[0].probability", equalTo(0.8176f));
        candidates(api, "?minProbability=0.82", 0);
    }

    @Test
    void aCreatorsOwnCandidatesNameTheCreatorFirst() {
        // Given
        Api api = Api.of("duplicates-own");
        String first = add(api, "INSTAGRAM", "mila.pours");
        String second = add(api, "TIKTOK", "mila.pours");
        candidates(api, "", 1);

        // When
        var ofSecond = api.request().get("/v1/creators/{id}/duplicate-candidates", second).then();

        // Then
        ofSecond.statusCode(200).body("items.creators.id", contains(List.of(second, first)));
        api.request().get("/v1/creators/{id}/duplicate-candidates", first).then().body("items.creators.id",
                contains(List.of(first, second)));
    }

    @Test
    void evidenceThatIsGoneTakesThePairWithIt() {
        // Given
        Api api = Api.of("duplicates-gone");
        api.importLines("{\"network\":\"X\",\"userId\":\"1\",\"handle\":\"mila.pours\"}",
                "{\"network\":\"TIKTOK\",\"userId\":\"2\",\"handle\":\"mila.pours\"}");
        candidates(api, "?minProbability=0.4", 1);

        // When
        api.importLines("{\"network\":\"X\",\"userId\":\"1\",\"handle\":\"somebody.else\"}");

        // Then
        candidates(api, "", 0);
    }

    @Test
    void oneEmailAddressIsEvidenceThatNamesNoAddress() {
        // Given
        Api api = Api.of("duplicates-email");
        api.importLines("{\"network\":\"X\",\"handle\":\"mila\",\"email\":\"mila@mail.example\"}",
                "{\"network\":\"TIKTOK\",\"handle\":\"clay\"}");
        caughtUp(api);

        // When
        api.importLines("{\"network\":\"TIKTOK\",\"handle\":\"clay\",\"email\":\"Mila@Mail.example\"}");

        // Then
        candidates(api, "", 1).body("items[0].evidence.kind", contains("SAME_EMAIL"), "items[0].evidence[0].detail",
                not(containsString("mail.example")), "items[0].probability", equalTo(0.9526f));
    }

    @Test
    void whatManyShareTellsNothing() {
        // Given
        Api api = Api.of("duplicates-crowd");
        String[] crowd = new String[40];
        for (int i = 0; i < crowd.length; i++) {
            crowd[i] = "{\"network\":\"%s\",\"handle\":\"u%d.of.many\",\"website\":\"https://agency.example\",\"displayName\":\"Ambassador\"}"
                    .formatted(i % 2 == 0 ? "X" : "TIKTOK", i * 7919);
        }

        // When
        api.importLines(crowd);

        // Then
        caughtUp(api);
        candidates(api, "", 0);
    }

    @Test
    void aDismissedPairStaysAway() {
        // Given
        Api api = Api.of("duplicates-dismissed");
        String first = add(api, "INSTAGRAM", "mila.pours");
        String second = add(api, "TIKTOK", "mila.pours");
        candidates(api, "", 1);

        // When
        var dismissed = decide(api, second, first, "dismiss", "{\"reason\":\"Sisters\"}");

        // Then
        dismissed.statusCode(200).body("dismissedAt", notNullValue(), "dismissedBy", notNullValue());
        api.importLines("{\"network\":\"TIKTOK\",\"handle\":\"mila.pours\",\"displayName\":\"Now with a name\"}");
        caughtUp(api);
        candidates(api, "", 0);
        candidates(api, "?dismissed=true", 1);
        decide(api, first, second, "dismiss", "{}").statusCode(200);
        decide(api, first, second, "reconsider", "{}").statusCode(200);
        candidates(api, "", 1);
        decide(api, first, second, "reconsider", "{}").statusCode(404);
        decide(api, first, first, "dismiss", "{}").statusCode(404);
    }

    @Test
    void whoIsMergedIsNobodysCandidateUntilTheMergeIsTakenBack() {
        // Given
        Api api = Api.of("duplicates-merged");
        String first = add(api, "INSTAGRAM", "mila.pours");
        String second = add(api, "TIKTOK", "mila.pours");
        candidates(api, "", 1);

        // When
        String merge = api.request().header("If-Match", "*").body("{\"absorb\":\"" + second + "\"}")
                .post("/v1/creators/{id}/merges", first).then().statusCode(201).extract().path("id");

        // Then
        api.request().get("/v1/duplicate-candidates").then().body("items", hasSize(0));
        api.request().get("/v1/creators/{id}/duplicate-candidates", second).then().statusCode(404).body("code",
                equalTo("creator-merged"));
        caughtUp(api);
        api.request().header("If-Match", "*").post("/v1/merges/{id}/undo", merge).then().statusCode(200);
        candidates(api, "", 1);
    }

    @Test
    void pagesAreWalkedInBothDirections() {
        // Given
        Api api = Api.of("duplicates-pages");
        for (String handle : List.of("mila.pours", "noor.brews", "ida.knits")) {
            add(api, "INSTAGRAM", handle);
            add(api, "TIKTOK", handle);
        }
        candidates(api, "", 3);

        // When
        JsonPath first = api.request().get("/v1/duplicate-candidates?limit=2").then().extract().jsonPath();

        // Then
        JsonPath second = page(api, first.getString("page.next"));
        assertEquals(List.of(2, 1), List.of(first.getList("items").size(), second.getList("items").size()));
        assertEquals(first.getList("items.creators.id"), page(api, second.getString("page.prev")).getList("items.creators.id"));
    }

    @Test
    void moreThanFitsInOneStepIsTakenInInTheBackground() {
        // Given
        Api api = Api.of("duplicates-many");
        api.importLines(Api.accounts(700, "crowd.member."));
        api.importLines("{\"network\":\"X\",\"handle\":\"mila.pours\"}", "{\"network\":\"TIKTOK\",\"handle\":\"mila.pours\"}");

        // When
        caughtUp(api);

        // Then
        candidates(api, "", 1).body("items[0].evidence.kind", contains("SAME_HANDLE"));
    }

    @Test
    void changesAreTakenInInTheOrderOfTransactionsWhoseNumbersGrowADigit() throws SQLException {
        // Given
        Api api = Api.of("duplicates-digits");
        api.importLines(Api.accounts(700, "crowd.member."));
        String early = add(api, "X", "mila.pours");
        add(api, "TIKTOK", "mila.pours");
        changedIn("10", "workspace_id = 'duplicates-digits'");
        changedIn("9", "id = '" + early + "'");

        // When
        caughtUp(api);

        // Then
        candidates(api, "", 1).body("items[0].evidence.kind", contains("SAME_HANDLE"));
    }

    @Test
    void theModelIsPublished() {
        // Given
        Api api = Api.of("duplicates-model");

        // When
        var model = api.request().get("/v1/duplicate-candidates/model").then();

        // Then
        model.statusCode(200).body("model", equalTo("starting-2026"), "source", containsString("judged"), "prior",
                equalTo(-4.0f), "weights.evidence", containsInAnyOrder("SAME_EMAIL", "LINK", "LINK_BACK", "SAME_WEBSITE",
                        "SAME_HANDLE", "SAME_SHORT_HANDLE", "SIMILAR_HANDLE", "SAME_NAME", "SAME_NETWORK", "OTHER_COUNTRY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minProbability=2", "minProbability=NaN", "minProbability=likely", "dismissed=perhaps", "limit=0",
            "cursor=abc", "colour=blue"})
    void whatCannotBeAskedIsRefused(String query) {
        // Given
        Api api = Api.of("duplicates-bad");

        // When
        var answer = api.request().get("/v1/duplicate-candidates?" + query).then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", equalTo("?" + query.substring(0, query.indexOf('='))));
    }

    @Test
    void anotherWorkspaceSeesNoneAndDecidesNothing() {
        // Given
        Api api = Api.of("duplicates-mine");
        String first = add(api, "INSTAGRAM", "mila.pours");
        String second = add(api, "TIKTOK", "mila.pours");
        candidates(api, "", 1);
        Api stranger = Api.of("duplicates-stranger");
        add(stranger, "X", "mila.pours");

        // When
        var dismissed = decide(stranger, first, second, "dismiss", "{}");

        // Then
        dismissed.statusCode(404);
        caughtUp(stranger);
        stranger.request().get("/v1/duplicate-candidates").then().body("items", hasSize(0));
        stranger.request().get("/v1/creators/{id}/duplicate-candidates", first).then().statusCode(404);
        decide(Api.of("duplicates-mine", "creators:read"), first, second, "dismiss", "{}").statusCode(403);
    }

    /** Past the trigger that says in which transaction a creator changed. */
    private static void changedIn(String transaction, String which) throws SQLException {
        try (Connection connection = PostgresTestResource.superuser(); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update creator set changed_in = '%s'::xid8 where %s".formatted(transaction, which));
        }
    }

    private static String add(Api api, String network, String handle) {
        return api.request().body("{\"accounts\":[{\"network\":\"%s\",\"handle\":\"%s\"}]}".formatted(network, handle))
                .post("/v1/creators").then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse decide(Api api, String id, String other, String verb, String body) {
        var request = api.request();
        return (verb.equals("dismiss") ? request.body(body) : request)
                .post("/v1/creators/{id}/duplicate-candidates/{other}/" + verb, id, other).then();
    }

    /** Changes are taken in when the transactions that ran beside them have ended, those of other tests included. */
    private static ValidatableResponse candidates(Api api, String query, int expected) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> api.request().get("/v1/duplicate-candidates" + query).then().statusCode(200).body("items",
                        hasSize(expected)));
        return api.request().get("/v1/duplicate-candidates" + query).then();
    }

    private static void caughtUp(Api api) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> api.request().get("/v1/duplicate-candidates/state").then().statusCode(200).body("caughtUp",
                        equalTo(true)));
    }

    private static JsonPath page(Api api, String cursor) {
        return api.request().get("/v1/duplicate-candidates?limit=2&cursor=" + cursor).then().statusCode(200).extract()
                .jsonPath();
    }
}
