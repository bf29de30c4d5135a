package io.groundswell.creator.search;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class SearchTest {
    private static final String[] PEOPLE = {
            "{\"network\":\"INSTAGRAM\",\"handle\":\"ana.coffee\",\"displayName\":\"Ana\",\"followers\":500,\"language\":\"pt-br\",\"country\":\"BR\",\"bio\":\"Café e praia\"}",
            "{\"network\":\"TIKTOK\",\"handle\":\"bo\",\"followers\":20000,\"language\":\"sv\",\"country\":\"SE\",\"kind\":\"CUSTOMER\",\"bio\":\"Harbour coffee\"}",
            "{\"network\":\"INSTAGRAM\",\"handle\":\"cy\",\"followers\":2000000,\"bio\":\"手沖咖啡\"}",
            "{\"network\":\"INSTAGRAM\",\"handle\":\"di\"}",
            "{\"network\":\"INSTAGRAM\",\"handle\":\"eve\",\"followers\":500,\"country\":\"SE\"}"};

    @ParameterizedTest
    @CsvSource({"network=TIKTOK,bo", "tier=NANO,Ana eve", "tier=NANO&tier=MEGA,Ana cy eve", "kind=CUSTOMER,bo",
            "stage=DISCOVERED,Ana bo cy di eve", "stage=ACTIVE,''", "language=pt-BR,Ana", "language=pt,Ana",
            "country=se,bo eve",
            "network=INSTAGRAM&country=SE,eve", "discoveredVia=CUSTOMER,bo", "minFollowers=500&maxFollowers=20000,Ana bo eve",
            "maxFollowers=499,''", "minFollowers=20001,cy", "q=coffee,Ana bo", "q=cafe,Ana", "q=手冲,cy", "q=coff&country=SE,bo",
            "q=ana.c,Ana", "q=coffee harbour,bo", "topic=coffee,Ana bo cy", "topic=food-drink&tier=MEGA,cy",
            "topic=travel-hotels,''", "q=nobody,''"})
    void everythingMustHold(String query, String expected) {
        // Given
        Api api = filled("search-filters");

        // When
        List<String> names = search(api, query).extract().path("items.displayName");

        // Then
        assertEquals(expected.isEmpty() ? List.of() : List.of(expected.split(" ")), names.stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({"sort=recent,eve di cy bo Ana", "sort=followers,di Ana eve bo cy", "sort=-followers,cy bo eve Ana di",
            "minFollowers=500&maxFollowers=20000&sort=followers,Ana eve bo",
            "minFollowers=500&maxFollowers=20000&sort=-followers,bo eve Ana", "minFollowers=501&sort=-followers,cy bo",
            "maxFollowers=500&sort=-followers,eve Ana", "maxFollowers=500&sort=recent,eve Ana", "q=coffee,bo Ana"})
    void pagesAreWalkedInBothDirections(String query, String expected) {
        // Given
        Api api = filled("search-filters");
        List<String> forwards = new ArrayList<>();
        List<String> backwards = new ArrayList<>();
        JsonPath page = page(api, query, null);

        // When
        forwards.addAll(page.getList("items.displayName"));
        while (page.getString("page.next") != null) {
            page = page(api, query, page.getString("page.next"));
            forwards.addAll(page.getList("items.displayName"));
        }
        backwards.addAll(page.getList("items.displayName"));
        while (page.getString("page.prev") != null) {
            page = page(api, query, page.getString("page.prev"));
            backwards.addAll(0, page.getList("items.displayName"));
        }

        // Then
        assertEquals(List.of(expected.split(" ")).stream().sorted().toList(), forwards.stream().sorted().toList());
        if (!query.startsWith("q")) {
            assertEquals(List.of(expected.split(" ")), forwards);
        }
        assertEquals(forwards, backwards);
    }

    @Test
    void facetsCountWithinTheOtherCriteria() {
        // Given
        Api api = filled("search-filters");

        // When
        var answer = search(api, "tier=NANO&facets=tier,network,country&total=true");

        // Then
        answer.body("total", equalTo(2), "items", hasSize(2), "facets.tier.value", contains("NANO", "MEGA", "MICRO"),
                "facets.tier.count", contains(2, 1, 1), "facets.network.value", contains("INSTAGRAM"),
                "facets.network[0].count", equalTo(2), "facets.country.value", contains("BR", "SE"),
                "index.state", equalTo("READY"), "index.documents", equalTo(5));
    }

    @Test
    void aChangeIsFoundSoon() {
        // Given
        Api api = Api.of("search-changes");
        String id = api.add("before", 100);
        soon(() -> search(api, "q=before").body("items.id", contains(id)));
        String tag = api.tag(id);

        // When
        api.request().header("If-Match", tag).body("{\"displayName\": \"Afterwards\", \"tags\": [\"VIP guest\"]}")
                .patch("/v1/creators/{id}", id).then().statusCode(200);

        // Then
        soon(() -> search(api, "q=afterwards&tag=vip guest").body("items.id", contains(id)));
        search(api, "q=\"vip guest\"").body("items.id", contains(id));
        api.importLines("{\"network\":\"INSTAGRAM\",\"handle\":\"before\",\"followers\":50000}");
        soon(() -> search(api, "tier=MICRO").body("items.id", contains(id)));
    }

    @Test
    void theBestScoreByAProfileComesFirst() {
        // Given
        Api api = filled("search-filters");
        String profile = api.request().body("""
                {"name": "Coffee in Sweden", "criteria": {"topics": ["coffee"], "countries": ["SE"]}}""")
                .post("/v1/customer-profiles").then().statusCode(201).extract().path("id");

        // When
        var best = search(api, "profileId=%s&sort=-score&limit=2".formatted(profile));

        // Then
        best.body("items[0].displayName", equalTo("bo"));
        search(api, "profileId=%s&minScore=100&total=true&facets=network".formatted(profile)).body("items.displayName",
                contains("bo"), "total", equalTo(1), "facets.network.value", contains("TIKTOK"));
        search(api, "profileId=%s&q=coffee&maxScore=99".formatted(profile)).body("items.displayName", contains("Ana"));
        api.request().get("/v1/creators/search?sort=-score&profileId=01a20850-0000-7000-8000-000000000301").then()
                .statusCode(404);
    }

    @Test
    void whoeverWasMergedIsFoundAsTheSurvivorOnly() {
        // Given
        Api api = Api.of("search-merged");
        String survivor = api.add("mila.one", 100);
        String absorbed = api.add("mila.two", 50);
        soon(() -> search(api, "q=mila").body("items", hasSize(2)));

        // When
        String merge = api.request().header("If-Match", "*").body("{\"absorb\": \"%s\"}".formatted(absorbed))
                .post("/v1/creators/{id}/merges", survivor).then().statusCode(201).extract().path("id");

        // Then
        search(api, "q=mila").body("items.id", contains(survivor));
        soon(() -> search(api, "q=mila.two").body("items.id", contains(survivor), "index.documents", equalTo(1)));
        api.request().header("If-Match", "*").post("/v1/merges/{id}/undo", merge).then().statusCode(200);
        soon(() -> search(api, "q=mila.two").body("items.id", contains(absorbed), "index.documents", equalTo(2)));
    }

    @Test
    void anotherWorkspaceFindsNothing() {
        // Given
        filled("search-filters");

        // When
        var answer = search(Api.of("search-stranger"), "facets=tier&total=true");

        // Then
        answer.body("items", empty(), "total", equalTo(0), "facets.tier", empty(), "index.documents", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=blue", "tier=HUGE", "sort=name", "sort=relevance", "limit=0", "minFollowers=many",
            "minFollowers=-1", "maxEngagement=-0.1", "minEngagement=1e-999999999", "sort=-score",
            "minScore=101", "minScore=50", "profileId=7", "cursor=abc", "campaignId=7", "country=Sweden", "language=!",
            "facets=colour",
            "facets=tier,", "total=maybe", "q=%00", "tag=%20"})
    void whatCannotBeAskedIsRefused(String query) {
        // Given
        Api api = Api.of("search-bad");

        // When
        var answer = api.request().urlEncodingEnabled(false).get("/v1/creators/search?" + query).then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", equalTo("?" + query.substring(0, query.indexOf('='))));
    }

    @Test
    void tooMuchIsRefused() {
        // Given
        Api api = Api.of("search-bad");

        // When
        var longText = api.request().queryParam("q", "a".repeat(201)).get("/v1/creators/search").then();
        var manyWords = api.request().queryParam("q", "a ".repeat(17)).get("/v1/creators/search").then();
        var manyValues = api.request().get("/v1/creators/search?" + "tag=a&".repeat(51) + "limit=1").then();
        int address = api.request().get("/v1/creators/search?" + "tag=a&".repeat(1000) + "limit=1").statusCode();

        // Then
        longText.statusCode(400).body("errors[0].code", equalTo("too-long"));
        manyWords.statusCode(400).body("errors[0].code", equalTo("too-many-words"));
        manyValues.statusCode(400).body("errors[0].code", equalTo("too-many"));
        assertTrue(address == 400 || address == 414, () -> "answered " + address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "' or 1=1 --", "/.*/", "*:*", "\"", "\\", "a AND (b OR", "[1 TO *]", "\uFFFD",
            "name:x^1000~"})
    void nothingThatIsTypedIsAnError(String typed) {
        // Given
        Api api = filled("search-filters");

        // When
        var answer = api.request().queryParam("q", typed).get("/v1/creators/search").then();

        // Then
        answer.statusCode(200).body("items", empty());
    }

    @Test
    void aCursorFitsOnlyItsOwnSearch() {
        // Given
        Api api = filled("search-filters");
        String cursor = page(api, "sort=recent", null).getString("page.next");

        // When
        var answer = api.request().queryParam("cursor", cursor).queryParam("tier", "NANO").get("/v1/creators/search").then();

        // Then
        answer.statusCode(400).body("code", equalTo("invalid-cursor"));
        Api.of("search-stranger").request().queryParam("cursor", cursor).get("/v1/creators/search").then().statusCode(400);
    }

    @Test
    void theIndexIsBuiltAnewWhileItAnswers() {
        // Given
        Api api = filled("search-filters");
        Api admin = Api.of("search-filters", "admin creators:read");
        api.request().post("/v1/creators/search-index/rebuild").then().statusCode(403);

        // When
        admin.request().post("/v1/creators/search-index/rebuild").then().statusCode(202).body("state", equalTo("READY"));

        // Then
        soon(() -> admin.request().get("/v1/creators/search-index").then().statusCode(200).body("state", equalTo("READY"),
                "documents", equalTo(5), "pending", equalTo(0), "rebuilt", equalTo(null)));
        search(api, "q=coffee").body("items.displayName", hasItem("bo"));
    }

    private static Api filled(String workspace) {
        Api api = Api.of(workspace);
        api.importLines(PEOPLE);
        soon(() -> search(api, "").body("index.documents", equalTo(5)));
        return api;
    }

    private static ValidatableResponse search(Api api, String query) {
        return api.request().get("/v1/creators/search" + (query.isEmpty() ? "" : "?" + query)).then().statusCode(200);
    }

    private static JsonPath page(Api api, String query, @Nullable String cursor) {
        var request = api.request().queryParam("limit", 2);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/v1/creators/search?" + query).then().statusCode(200).extract().jsonPath();
    }

    private static void soon(Runnable holds) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).untilAsserted(holds::run);
    }
}
