package io.groundswell.creator.creator;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

@QuarkusTest
class CreatorListTest {
    private static final String[] PEOPLE = {
            "{\"network\":\"INSTAGRAM\",\"handle\":\"ana\",\"followers\":500,\"language\":\"pt-br\",\"country\":\"BR\"}",
            "{\"network\":\"TIKTOK\",\"handle\":\"bo\",\"followers\":20000,\"language\":\"sv\",\"country\":\"SE\",\"kind\":\"CUSTOMER\"}",
            "{\"network\":\"INSTAGRAM\",\"handle\":\"cy\",\"followers\":2000000}",
            "{\"network\":\"INSTAGRAM\",\"handle\":\"di\"}",
            "{\"network\":\"INSTAGRAM\",\"handle\":\"eve\",\"followers\":500,\"country\":\"SE\"}"};

    @ParameterizedTest
    @CsvSource({"network=TIKTOK,bo", "tier=NANO,ana eve", "kind=CUSTOMER,bo", "stage=DISCOVERED,ana bo cy di eve fay",
            "stage=ACTIVE,''", "language=pt-BR,ana", "country=SE,bo eve", "network=INSTAGRAM&country=SE,eve",
            "discoveredVia=CUSTOMER,bo", "minFollowers=500&maxFollowers=20000,ana bo eve", "maxFollowers=499,''",
            "minFollowers=20001,cy", "tag=vip,fay", "tag=VIP&network=X,fay", "tag=vi,''"})
    void filtersNarrow(String query, String expected) {
        // Given
        Api api = Api.of("list-filters");
        api.importLines(PEOPLE);
        api.request().body("{\"tags\":[\"Vip\"],\"accounts\":[{\"network\":\"X\",\"handle\":\"fay\"}]}").post("/v1/creators");

        // When
        List<String> names = api.list(query).extract().path("items.displayName");

        // Then
        assertEquals(expected.isEmpty() ? List.of() : List.of(expected.split(" ")), names.stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({"recent,eve di cy bo ana", "followers,di ana eve bo cy", "-followers,cy bo eve ana di"})
    void pagesAreWalkedInBothDirections(String sort, String expected) {
        // Given
        Api api = Api.of("list-pages");
        api.importLines(PEOPLE);
        List<String> forwards = new ArrayList<>();
        List<String> backwards = new ArrayList<>();
        JsonPath page = page(api, sort, null);

        // When
        forwards.addAll(page.getList("items.displayName"));
        while (page.getString("page.next") != null) {
            page = page(api, sort, page.getString("page.next"));
            forwards.addAll(page.getList("items.displayName"));
        }
        backwards.addAll(page.getList("items.displayName"));
        while (page.getString("page.prev") != null) {
            page = page(api, sort, page.getString("page.prev"));
            backwards.addAll(0, page.getList("items.displayName"));
        }

        // Then
        assertEquals(List.of(expected.split(" ")), forwards);
        assertEquals(forwards, backwards);
    }

    @Test
    void aCreatorWithManyAccountsTakesOnePlace() {
        // Given
        Api api = Api.of("list-accounts");
        api.request().body("""
                {"accounts": [{"network": "X", "handle": "ana"}, {"network": "TIKTOK", "handle": "ana"},
                 {"network": "YOUTUBE", "handle": "ana"}]}""").post("/v1/creators").then().statusCode(201);
        api.add("bo", 1);

        // When
        var page = api.list("limit=2");

        // Then
        page.body("items.displayName", contains("bo", "ana"), "items[1].accounts.network",
                containsInAnyOrder("X", "TIKTOK", "YOUTUBE"), "page.next", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=blue", "tier=HUGE", "sort=name", "sort=-posts", "limit=0", "minFollowers=many",
            "cursor=abc",
            "campaignId=7", "tag=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void whatCannotBeAskedIsRefused(String query) {
        // Given
        Api api = Api.of("list-bad");

        // When
        var answer = api.request().get("/v1/creators?" + query).then();

        // Then
        answer.statusCode(400).body("errors[0].pointer", equalTo("?" + query.substring(0, query.indexOf('='))));
    }

    @Test
    void aCursorFitsOnlyItsOwnList() {
        // Given
        Api api = Api.of("list-cursor");
        api.importLines(PEOPLE);
        String cursor = page(api, "recent", null).getString("page.next");

        // When
        var answer = api.request().queryParam("cursor", cursor).queryParam("tier", "NANO").get("/v1/creators").then();

        // Then
        answer.statusCode(400).body("code", equalTo("invalid-cursor"));
        Api.of("list-other").request().queryParam("cursor", cursor).get("/v1/creators").then().statusCode(400);
        api.list("limit=1").body("items", hasSize(1));
    }

    private static JsonPath page(Api api, String sort, @Nullable String cursor) {
        var request = api.request().queryParam("sort", sort).queryParam("limit", 2);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/v1/creators").then().statusCode(200).extract().jsonPath();
    }
}
