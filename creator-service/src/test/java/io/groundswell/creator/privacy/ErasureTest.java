package io.groundswell.creator.privacy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.groundswell.creator.Api;
import io.groundswell.creator.CampaignServiceStub;
import io.groundswell.creator.creator.PersonalData;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ErasureTest {
    /** Tables whose rows about a creator stay: that somebody was erased, and the marks. */
    private static final List<String> STAYING = List.of("creator", "duplicate_sweep", "erased_account", "erasure");

    @Inject
    Instance<PersonalData> kept;

    @Test
    void nothingInAnyTableNamesWhoWasErased() throws SQLException {
        // Given
        Api api = admin("erase-all");
        String id = api.request().header("Idempotency-Key", "k-erase")
                .body("""
                        {"displayName": "Zelda Zimmerquist", "accounts": [
                         {"network": "MASTODON", "handle": "Zz.Top.Secret@pottery.example", "userId": "id-zz-4711", "followers": 4242424,
                          "bio": "Only zz-top-secret pots", "profileUrl": "https://pottery.example/zz-top-secret"},
                         {"network": "X", "handle": "zz-top-secret"}]}""")
                .post("/v1/creators").then().statusCode(201).extract().path("id");
        post("erase-all", "\"id\":\"id-zz-4711\",\"handle\":\"Zz.Top.Secret@pottery.example\"");
        Awaitility.await().untilAsserted(() -> api.request().get("/v1/creators/{id}/personal-data", id).then()
                .body("kept.posts", hasSize(1)));
        api.request().header("If-Match", "*").body("{\"reason\": \"zz-top-secret wrote\"}")
                .post("/v1/creators/{id}/objection", id).then().statusCode(200);

        // When
        var erased = erase(api, id);

        // Then
        erased.statusCode(200).body("stage", equalTo("ERASED"), "displayName", equalTo("(erased)"), "accounts", empty(), "tier",
                nullValue());
        assertEquals(List.of(), tablesThatSay("zz.top.secret", "zz-top-secret", "zimmerquist", "id-zz-4711", "4242424"));
    }

    @Test
    void whoWasMergedIsForgottenWithAllTheyOnceWere() throws SQLException {
        // Given
        Api api = admin("erase-merged");
        String survivor = api.add("qq-survivor", 100);
        String absorbed = api.add("qq-absorbed", 200);
        String apart = api.add("qq-apart", 300);
        String undone = merge(api, survivor, apart);
        api.request().header("If-Match", "*").post("/v1/merges/{id}/undo", undone).then().statusCode(200);
        merge(api, survivor, absorbed);

        // When
        erase(api, survivor).statusCode(200);

        // Then
        assertEquals(List.of(), tablesThatSay("qq-survivor", "qq-absorbed"));
        api.list("").body("items.displayName", contains("qq-apart", "(erased)"));
        assertEquals(List.of("erased", "erased", "null"), Api.each(api.importLines(
                "{\"network\":\"INSTAGRAM\",\"handle\":\"qq-survivor\"}",
                "{\"network\":\"INSTAGRAM\",\"handle\":\"qq-absorbed\"}",
                "{\"network\":\"INSTAGRAM\",\"handle\":\"qq-apart\"}"), "code"));
    }

    @Test
    void whatIsLeftSaysThatItWasDoneAndCannotBeChanged() {
        // Given
        Api api = admin("erase-left");
        String id = api.add("mila", 100);

        // When
        erase(api, id).statusCode(200);

        // Then
        api.request().get("/v1/creators/{id}/privacy", id).then().statusCode(200).body("erasure.ground",
                equalTo("CONSENT_WITHDRAWN"), "erasure.erasedBy", equalTo("tester"));
        api.request().header("If-Match", api.tag(id)).body("{\"displayName\": \"Mila\"}").patch("/v1/creators/{id}", id).then()
                .statusCode(409).body("code", equalTo("wrong-creator-stage"));
        api.request().header("If-Match", "*").body("{\"lawfulBasis\": \"CONSENT\", \"basisSource\": \"x\"}")
                .patch("/v1/creators/{id}/privacy", id).then().statusCode(409).body("code", equalTo("creator-erased"));
        erase(api, id).statusCode(409).body("code", equalTo("wrong-creator-stage"));
        api.request().get("/v1/privacy/notices?dueBefore=2999-01-01T00:00:00Z").then().body("items", empty());
    }

    @Test
    void noImportPostOrFormBringsThePersonBack() {
        // Given
        Api api = admin("erase-back");
        String id = api.request().body("""
                {"accounts": [{"network": "MASTODON", "handle": "mila@pottery.example", "userId": "42"},
                 {"network": "X", "handle": "mila"}]}""").post("/v1/creators").then().statusCode(201).extract().path("id");
        erase(api, id).statusCode(200);

        // When
        List<JsonPath> report = api.importLines("{\"network\":\"X\",\"handle\":\"@MILA\"}",
                "{\"network\":\"MASTODON\",\"userId\":\"42\",\"handle\":\"renamed\"}",
                "{\"network\":\"MASTODON\",\"handle\":\"mila@pottery.example\"}",
                "{\"network\":\"BLUESKY\",\"handle\":\"mila\"}");

        // Then
        assertEquals(List.of("erased", "erased", "erased", "null"), Api.each(report, "code"));
        api.request().body(
                "{\"accounts\": [{\"network\": \"BLUESKY\", \"handle\": \"new\"}, {\"network\": \"X\", \"handle\": \"mila\"}]}")
                .post("/v1/creators").then().statusCode(409).body("code", equalTo("account-erased"), "errors[0].pointer",
                        equalTo("#/accounts/1"));
        api.list("stage=DISCOVERED").body("items.displayName", contains("mila"), "items[0].accounts.network",
                contains("BLUESKY"));
    }

    @Test
    void aPostThatWasUnderWayIsToldBackSoThatItIsErasedToo() {
        // Given
        Api api = admin("erase-post");
        String id = api.request().body("{\"accounts\": [{\"network\": \"MASTODON\", \"handle\": \"mila@pottery.example\"}]}")
                .post("/v1/creators").then().statusCode(201).extract().path("id");
        erase(api, id).statusCode(200);

        // When
        UUID late = post("erase-post", "\"id\":\"43\",\"handle\":\"mila@pottery.example\"");

        // Then
        Awaitility.await().untilAsserted(() -> api.request().get("/v1/events").then().body(
                "findAll { it.type == 'creator.erased' }.data.postIds.flatten()", contains(late.toString())));
        api.list("").body("items.stage", contains("ERASED"));
    }

    @Test
    void aHandleThatWentToSomebodyElseIsTheirs() {
        // Given
        Api api = admin("erase-handle");
        String id = api.request().body("{\"accounts\": [{\"network\": \"X\", \"handle\": \"mila\", \"userId\": \"42\"}]}")
                .post("/v1/creators").then().statusCode(201).extract().path("id");
        erase(api, id).statusCode(200);

        // When
        List<JsonPath> report = api.importLines("{\"network\":\"X\",\"handle\":\"mila\",\"userId\":\"43\"}",
                "{\"network\":\"X\",\"handle\":\"mila\",\"followers\":7}");

        // Then
        assertEquals(List.of("CREATED", "UPDATED"), Api.outcomes(report));
    }

    @Test
    void theOthersAreToldMarksAndPostsAndNoName() {
        // Given
        Api api = admin("erase-event");
        String employee = UUID.randomUUID().toString();
        String id = api.request().body("{\"accounts\": [{\"network\": \"X\", \"handle\": \"mila\", \"userId\": \"42\"}]}")
                .post("/v1/creators").then().statusCode(201).extract().path("id");
        api.request().header("If-Match", api.tag(id)).body("{\"employeeId\": \"%s\"}".formatted(employee))
                .patch("/v1/creators/{id}", id).then().statusCode(200).body("employeeId", equalTo(employee));

        // When
        erase(api, id).statusCode(200);

        // Then
        api.request().get("/v1/events").then().body("type", contains("creator.created", "creator.erased"),
                "[0].data.displayName", nullValue(), "[0].data.accounts", nullValue(), "[0].data.kind", equalTo("EXTERNAL"),
                "[1].data.marks", hasSize(2), "[1].data.employeeId", equalTo(employee), "[1].data.postIds", empty());
    }

    @Test
    void anErasureNeedsTheRightTheVersionAndAGround() {
        // Given
        Api api = admin("erase-bad");
        String id = api.add("mila", 100);
        String path = "/v1/creators/" + id + "/erasure";

        // When
        var withoutGround = api.request().header("If-Match", "*").body("{}").post(path).then();

        // Then
        withoutGround.statusCode(422).body("errors[0].pointer", equalTo("#/ground"));
        api.request().body("{\"ground\": \"OBJECTION\"}").post(path).then().statusCode(428);
        api.request().header("If-Match", "\"stale\"").body("{\"ground\": \"OBJECTION\"}").post(path).then().statusCode(412);
        Api.of("erase-bad").request().header("If-Match", "*").body("{\"ground\": \"OBJECTION\"}").post(path).then()
                .statusCode(403);
        api.creator(id).body("stage", equalTo("DISCOVERED"));
    }

    @Test
    void anErasureDuringAnImportOfThePersonLeavesNobody() throws Exception {
        // Given
        Api api = admin("erase-race");
        String[] file = new String[3_000];
        for (int i = 0; i < file.length; i++) {
            file[i] = i % 3 == 0
                    ? "{\"network\":\"X\",\"handle\":\"mila\",\"followers\":%d}".formatted(i)
                    : "{\"network\":\"X\",\"handle\":\"h%d\"}".formatted(i);
        }
        String id = api.add("other", 1);
        String mila = api.importLines(file[0]).getFirst().getString("creatorId");

        // When
        var imports = CompletableFuture.supplyAsync(() -> api.importLines(file));
        var again = CompletableFuture.supplyAsync(() -> api.importLines(file));
        Awaitility.await().until(() -> api.list("").extract().jsonPath().getList("items").size() > 2);
        erase(api, mila).statusCode(200);
        List<JsonPath> report = imports.get(60, TimeUnit.SECONDS);
        again.get(60, TimeUnit.SECONDS);

        // Then
        assertEquals(3_001, report.size());
        assertEquals("REJECTED", Api.outcomes(api.importLines(file[0])).getFirst());
        assertEquals(0, count("select count(*) from account where workspace_id = 'erase-race' and handle_key = 'mila'"));
        assertEquals(0, count("select count(*) from (select handle_key from account where workspace_id = 'erase-race' "
                + "group by 1 having count(*) > 1) twice"));
        api.creator(id).body("stage", equalTo("DISCOVERED"));
        api.request().get("/v1/events").then().body("type", hasItem("creator.created"));
    }

    @Test
    void everyTableWithRowsOfACreatorIsNamedByAnErasure() throws SQLException {
        // Given
        StringBuilder statements = new StringBuilder("delete from account where");
        kept.forEach(data -> data.erasure().forEach(statement -> statements.append('\n').append(statement)));

        // When
        List<String> tables = texts("""
                select distinct table_name from information_schema.columns
                where table_schema = 'public' and column_name in ('creator_id', 'account_id') order by 1""");

        // Then
        tables.removeAll(STAYING);
        tables.removeIf(table -> statements.toString().matches("(?s).*(delete from|update) " + table + "\\b.*"));
        assertEquals(List.of(), tables);
    }

    private static Api admin(String workspace) {
        return Api.of(workspace, "creators:read creators:write events:read admin");
    }

    private static ValidatableResponse erase(Api api, String id) {
        return api.request().header("If-Match", "*").body("{\"ground\": \"CONSENT_WITHDRAWN\"}")
                .post("/v1/creators/{id}/erasure", id).then();
    }

    private static String merge(Api api, String survivor, String absorbed) {
        return api.request().header("If-Match", "*")
                .body("{\"absorb\": \"%s\", \"reason\": \"qq-absorbed\"}".formatted(absorbed))
                .post("/v1/creators/{id}/merges", survivor).then().statusCode(201).extract().path("id");
    }

    private static UUID post(String workspace, String author) {
        UUID post = UUID.randomUUID();
        CampaignServiceStub.publish(workspace, "post.matched", """
                {"postId":"%s","network":"MASTODON","networkPostId":"n","campaignIds":["%s"],"reasons":["HASHTAG"],
                "publishedAt":"2026-05-04T09:30:00Z","observedAt":"2026-05-04T12:00:00Z","language":"en","author":{%s},
                "engagement":{"likes":1,"comments":2}}""".formatted(post, UUID.randomUUID(), author));
        return post;
    }

    /** Looks through every row of every table, whatever is added later. */
    private static List<String> tablesThatSay(String... secrets) throws SQLException {
        List<String> telling = new ArrayList<>();
        for (String table : texts("select table_name from information_schema.tables where table_schema = 'public'")) {
            for (String secret : secrets) {
                if (count("select count(*) from %1$s t where lower(cast(t as text)) like '%%%2$s%%'".formatted(table,
                        secret)) > 0) {
                    telling.add(table + " says " + secret);
                }
            }
        }
        return telling;
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = PostgresTestResource.superuser();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = PostgresTestResource.superuser();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
