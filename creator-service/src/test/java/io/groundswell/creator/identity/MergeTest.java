package io.groundswell.creator.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class MergeTest {

    @Test
    void theSurvivorHasAllThatTheOtherHad() {
        // Given
        Api api = Api.of("merge-all");
        String survivor = api.add("mila", 100);
        String absorbed = create(api, """
                {"kind": "CUSTOMER", "tags": ["vip"], "accounts": [{"network": "TIKTOK", "handle": "mila.pours",
                 "followers": 12000}]}""");

        // When
        var merged = merge(api, survivor, absorbed);

        // Then
        merged.statusCode(201).header("Location", startsWith("/v1/merges/")).header("ETag", notNullValue())
                .body("survivorId", equalTo(survivor), "absorbedId", equalTo(absorbed), "accountIds", hasSize(1), "reason",
                        equalTo("same bio"), "mergedBy", notNullValue());
        api.creator(survivor).body("accounts.network", contains("TIKTOK", "INSTAGRAM"), "kind", equalTo("CUSTOMER"),
                "discoveredVia", equalTo("CUSTOMER"), "tags", contains("vip"), "tier.tier", equalTo("MICRO"), "version",
                equalTo(1));
        api.list("").body("items.id", contains(survivor));
        api.request().get("/v1/events").then().body("type",
                contains("creator.created", "creator.created", "creator.merged", "creator.tier-changed"),
                "[2].data.from", equalTo(absorbed), "[2].data.into", equalTo(survivor), "[2].data.accounts.handle",
                contains("mila.pours"));
    }

    @Test
    void whoIsMergedIsAnsweredWithTheOther() {
        // Given
        Api api = Api.of("merge-gone");
        String survivor = api.add("mila", 100);
        String absorbed = api.add("mila.pours", 200);
        merge(api, survivor, absorbed).statusCode(201);

        // When
        var answer = api.request().get("/v1/creators/{id}", absorbed).then();

        // Then
        answer.statusCode(404).body("code", equalTo("creator-merged"), "detail", containsString(survivor))
                .header("Link", equalTo("</v1/creators/" + survivor + ">; rel=\"canonical\""));
        api.request().header("If-Match", "*").body("{\"displayName\":\"x\"}").patch("/v1/creators/{id}", absorbed).then()
                .statusCode(404).body("code", equalTo("creator-merged"));
        api.request().header("If-Match", "*").body("{\"stage\":\"CONTACTED\"}").post("/v1/creators/{id}/stage", absorbed)
                .then().statusCode(404).body("code", equalTo("creator-merged"));
    }

    @Test
    void whatIsSeenOfAMovedAccountIsSeenOfTheSurvivor() {
        // Given
        Api api = Api.of("merge-import");
        String survivor = api.add("mila", 100);
        String absorbed = api.add("mila.pours", 200);
        merge(api, survivor, absorbed).statusCode(201);

        // When
        List<JsonPath> report = api
                .importLines("{\"network\":\"INSTAGRAM\",\"handle\":\"mila.pours\",\"followers\":20000}");

        // Then
        assertEquals("UPDATED", report.getFirst().getString("outcome"));
        assertEquals(survivor, report.getFirst().getString("creatorId"));
        api.creator(survivor).body("tier.tier", equalTo("MICRO"));
        api.list("").body("items", hasSize(1));
    }

    @Test
    void undoneBothAreWhatTheyWereAndFiguresOfTheMeantimeAreOfTheirAccount() {
        // Given
        Api api = Api.of("merge-undo");
        String survivor = api.add("mila", 100);
        String absorbed = create(api, """
                {"displayName": "By hand", "kind": "EMPLOYEE", "tags": ["vip"], "accounts": [{"network": "TIKTOK",
                 "handle": "mila.pours", "followers": 200}]}""");
        String merge = merge(api, survivor, absorbed).statusCode(201).extract().path("id");
        api.importLines("{\"network\":\"TIKTOK\",\"handle\":\"mila.pours\",\"followers\":20000}",
                "{\"network\":\"INSTAGRAM\",\"handle\":\"mila\",\"followers\":110}");
        api.request().header("If-Match", api.tag(survivor)).body("{\"tags\":[\"summer\",\"vip\"]}")
                .patch("/v1/creators/{id}", survivor).then().statusCode(200);

        // When
        var undone = undo(api, merge);

        // Then
        undone.statusCode(200).body("undoneAt", notNullValue(), "undoneBy", notNullValue(), "version", equalTo(1));
        api.creator(survivor).body("displayName", equalTo("mila"), "kind", equalTo("EXTERNAL"), "discoveredVia",
                equalTo("IMPORT"), "tags", contains("summer"), "accounts", hasSize(1), "accounts[0].followers", equalTo(110),
                "tier.tier", equalTo("NANO"));
        api.creator(absorbed).body("displayName", equalTo("By hand"), "kind", equalTo("EMPLOYEE"), "tags", contains("vip"),
                "accounts", hasSize(1), "accounts[0].followers", equalTo(20_000), "tier.tier", equalTo("MICRO"));
        api.list("").body("items.id", containsInAnyOrder(survivor, absorbed));
        api.request().get("/v1/events").then().body("type", hasItem("creator.unmerged"),
                "find { it.type == 'creator.unmerged' }.data.into", equalTo(absorbed));
        undo(api, merge).statusCode(409).body("code", equalTo("merge-not-undoable"));
    }

    @Test
    void aMergeDoesNotReactivateWhoOptedOut() {
        // Given
        Api api = Api.of("merge-opted-out");
        String survivor = api.add("mila", 100);
        String absorbed = api.add("mila.pours", 200);
        stage(api, survivor, "CONTACTED");
        stage(api, absorbed, "OPTED_OUT");

        // When
        String merge = merge(api, survivor, absorbed).statusCode(201).extract().path("id");

        // Then
        api.creator(survivor).body("stage", equalTo("OPTED_OUT"));
        api.request().get("/v1/events").then().body("findAll { it.type == 'creator.opted-out' }.subject",
                contains(absorbed, survivor), "findAll { it.type == 'creator.opted-out' }[1].data.accounts", hasSize(2));
        undo(api, merge).statusCode(200);
        api.creator(survivor).body("stage", equalTo("CONTACTED"));
        api.creator(absorbed).body("stage", equalTo("OPTED_OUT"));
    }

    @Test
    void theLinkToTheRosterIsHandedOverAndBack() {
        // Given
        Api api = Api.of("merge-employee");
        String survivor = api.add("mila", 100);
        String absorbed = api.add("mila.pours", 200);
        String employee = "0199c59f-0000-7000-8000-000000000007";
        link(api, absorbed, employee);

        // When
        String merge = merge(api, survivor, absorbed).statusCode(201).extract().path("id");

        // Then
        api.creator(survivor).body("employeeId", equalTo(employee));
        undo(api, merge).statusCode(200);
        api.creator(survivor).body("employeeId", equalTo(null));
        api.creator(absorbed).body("employeeId", equalTo(employee));
        link(api, survivor, "0199c59f-0000-7000-8000-000000000008");
        merge(api, survivor, absorbed).statusCode(409).body("code", equalTo("merge-not-possible"), "errors[0].code",
                equalTo("other-employee"));
    }

    @Test
    void theLastMergeIsTakenBackFirst() {
        // Given
        Api api = Api.of("merge-nested");
        String ida = api.add("ida", 100);
        String noor = api.add("noor", 200);
        String mila = api.add("mila", 300);
        String lena = api.add("lena", 400);
        String first = merge(api, noor, ida).statusCode(201).extract().path("id");
        String second = merge(api, noor, lena).statusCode(201).extract().path("id");
        String third = merge(api, mila, noor).statusCode(201).extract().path("id");

        // When
        var tooEarly = undo(api, first);

        // Then
        tooEarly.statusCode(409).body("code", equalTo("merge-not-undoable"), "detail", containsString(third));
        undo(api, third).statusCode(200);
        undo(api, first).statusCode(409).body("detail", containsString(second));
        undo(api, second).statusCode(200);
        undo(api, first).statusCode(200);
        for (String id : List.of(ida, noor, mila, lena)) {
            api.creator(id).body("accounts", hasSize(1));
        }
        api.request().get("/v1/merges?creatorId=" + noor + "&undone=true").then().statusCode(200).body("items.id",
                contains(third, second, first));
        api.request().get("/v1/merges?undone=false").then().body("items", hasSize(0));
    }

    @Test
    void whatIsMergedAlreadyIsNotMergedAgain() {
        // Given
        Api api = Api.of("merge-twice");
        String survivor = api.add("mila", 100);
        String absorbed = api.add("mila.pours", 200);
        String third = api.add("noor", 300);
        merge(api, survivor, absorbed).statusCode(201);

        // When
        var again = merge(api, third, absorbed);

        // Then
        again.statusCode(409).body("code", equalTo("merge-not-possible"), "errors[0].pointer", equalTo("#/absorb"),
                "errors[0].code", equalTo("merged"), "detail", containsString(survivor));
        api.request().header("If-Match", "*").body(body(third)).post("/v1/creators/{id}/merges", absorbed).then()
                .statusCode(409).body("errors[0].pointer", equalTo("#"));
    }

    @Test
    void aMergeIsMeantForOneVersion() {
        // Given
        Api api = Api.of("merge-version");
        String survivor = api.add("mila", 100);
        String absorbed = api.add("mila.pours", 200);
        String stale = api.tag(survivor);
        api.request().header("If-Match", stale).body("{\"displayName\":\"M\"}").patch("/v1/creators/{id}", survivor);

        // When
        var answer = api.request().header("If-Match", stale).body(body(absorbed)).post("/v1/creators/{id}/merges", survivor)
                .then();

        // Then
        answer.statusCode(412);
        api.request().body(body(absorbed)).post("/v1/creators/{id}/merges", survivor).then().statusCode(428);
        String merge = merge(api, survivor, absorbed).statusCode(201).extract().path("id");
        api.request().post("/v1/merges/{id}/undo", merge).then().statusCode(428);
        api.request().header("If-Match", "\"other\"").post("/v1/merges/{id}/undo", merge).then().statusCode(412);
        String tag = api.request().get("/v1/merges/{id}", merge).then().statusCode(200).extract().header("ETag");
        api.request().header("If-None-Match", tag).get("/v1/merges/{id}", merge).then().statusCode(304);
    }

    @Test
    void theSameKeyMergesOnce() {
        // Given
        Api api = Api.of("merge-key");
        String survivor = api.add("mila", 100);
        String absorbed = api.add("mila.pours", 200);
        String tag = api.tag(survivor);
        String first = keyed(api, survivor, absorbed, tag).statusCode(201).extract().path("id");

        // When
        var again = keyed(api, survivor, absorbed, tag);

        // Then
        again.statusCode(201).header("Idempotent-Replayed", "true").body("id", equalTo(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"absorb\":\"mila\"}", "{\"absorb\":\"0199c59f-0000-7000-8000-000000000001\"}",
            "{\"absorb\":null}", "{\"absorb\":\"0199c59f-0000-7000-8000-000000000001\",\"reason\":\"\\u0000\"}",
            "{\"absorb\":\"0199c59f-0000-7000-8000-000000000001\",\"force\":true}"})
    void whatCannotBeMergedIsRefused(String body) {
        // Given
        Api api = Api.of("merge-bad");
        String id = api.list("").extract().jsonPath().getList("items").isEmpty()
                ? api.add("mila", 100)
                : api.list("").extract().path("items[0].id");

        // When
        var answer = api.request().header("If-Match", "*").body(body).post("/v1/creators/{id}/merges", id).then();

        // Then
        answer.statusCode(422).body("code", equalTo("validation-failed"));
        api.request().header("If-Match", "*").body(body(id)).post("/v1/creators/{id}/merges", id).then().statusCode(422)
                .body("errors[0].code", equalTo("same-creator"));
    }

    @Test
    void anotherWorkspaceCanNeitherMergeNorSee() {
        // Given
        Api api = Api.of("merge-mine");
        String survivor = api.add("mila", 100);
        String absorbed = api.add("mila.pours", 200);
        String merge = merge(api, survivor, absorbed).statusCode(201).extract().path("id");
        Api stranger = Api.of("merge-stranger");
        String own = stranger.add("own", 1);

        // When
        var answer = stranger.request().header("If-Match", "*").body(body(own)).post("/v1/creators/{id}/merges", survivor)
                .then();

        // Then
        answer.statusCode(404).body("code", equalTo("not-found"));
        merge(stranger, own, survivor).statusCode(422).body("errors[0].code", equalTo("unknown-creator"));
        stranger.request().get("/v1/merges/{id}", merge).then().statusCode(404);
        undoAny(stranger, merge).statusCode(404);
        stranger.request().get("/v1/merges").then().body("items", hasSize(0));
        stranger.request().get("/v1/creators/{id}", absorbed).then().statusCode(404).body("code", not("creator-merged"));
        Api.of("merge-mine", "creators:read").request().header("If-Match", "*").body(body(absorbed))
                .post("/v1/creators/{id}/merges", survivor).then().statusCode(403);
    }

    @Test
    void mergesAreListedInPages() {
        // Given
        Api api = Api.of("merge-pages");
        String survivor = api.add("mila", 100);
        for (int i = 0; i < 3; i++) {
            merge(api, survivor, api.add("other" + i, 10)).statusCode(201);
        }

        // When
        JsonPath first = api.request().get("/v1/merges?limit=2").then().statusCode(200).extract().jsonPath();

        // Then
        JsonPath second = api.request().get("/v1/merges?limit=2&cursor=" + first.getString("page.next")).then().extract()
                .jsonPath();
        assertEquals(List.of(2, 1), List.of(first.getList("items").size(), second.getList("items").size()));
        assertEquals(first.getList("items.id"), api.request()
                .get("/v1/merges?limit=2&cursor=" + second.getString("page.prev")).then().extract().path("items.id"));
        api.request().get("/v1/merges?undone=false&cursor=" + first.getString("page.next")).then().statusCode(400);
    }

    private static String create(Api api, String body) {
        return api.request().body(body).post("/v1/creators").then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse merge(Api api, String survivor, String absorbed) {
        return api.request().header("If-Match", api.tag(survivor)).body(body(absorbed))
                .post("/v1/creators/{id}/merges", survivor).then();
    }

    private static ValidatableResponse keyed(Api api, String survivor, String absorbed, String tag) {
        return api.request().header("If-Match", tag).header("Idempotency-Key", "once").body(body(absorbed))
                .post("/v1/creators/{id}/merges", survivor).then();
    }

    private static String body(String absorbed) {
        return "{\"absorb\": \"%s\", \"reason\": \"same bio\"}".formatted(absorbed);
    }

    private static ValidatableResponse undo(Api api, String merge) {
        String tag = api.request().get("/v1/merges/{id}", merge).then().statusCode(200).extract().header("ETag");
        return api.request().header("If-Match", tag).post("/v1/merges/{id}/undo", merge).then();
    }

    private static ValidatableResponse undoAny(Api api, String merge) {
        return api.request().header("If-Match", "*").post("/v1/merges/{id}/undo", merge).then();
    }

    private static void link(Api api, String id, String employee) {
        api.request().header("If-Match", api.tag(id)).body("{\"employeeId\": \"" + employee + "\"}")
                .patch("/v1/creators/{id}", id).then().statusCode(200);
    }

    private static void stage(Api api, String id, String stage) {
        api.request().header("If-Match", api.tag(id)).body("{\"stage\": \"" + stage + "\"}")
                .post("/v1/creators/{id}/stage", id).then().statusCode(200);
    }
}
