package io.groundswell.creator.privacy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.Api;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class PrivacyTest {
    private static final String ADULT = "{\"ageGroup\": \"ADULT\", \"ageSource\": \"Declared in the form\"}";

    @Test
    void whoWasDiscoveredIsKeptByLegitimateInterestAndMustBeToldWithinAMonth() {
        // Given
        Api api = Api.of("privacy-default");
        String id = api.add("mila", 100);
        OffsetDateTime added = OffsetDateTime.parse(api.creator(id).extract().path("createdAt"));

        // When
        var privacy = api.request().get("/v1/creators/{id}/privacy", id).then();

        // Then
        privacy.statusCode(200).body("lawfulBasis", equalTo("LEGITIMATE_INTERESTS"), "ageGroup", equalTo("UNKNOWN"),
                "noticeSentAt", nullValue(), "version", equalTo(0));
        assertEquals(added.withOffsetSameInstant(ZoneOffset.UTC).plusMonths(1).toInstant(),
                Instant.parse(privacy.extract().path("noticeDueAt")));
    }

    @Test
    void aConsentIsKeptWithItsSourceAndTime() {
        // Given
        Api api = Api.of("privacy-consent");
        String id = api.add("mila", 100);

        // When
        var changed = revise(api, id, """
                {"lawfulBasis": "CONSENT", "basisSource": "Form 17", "basisSince": "2026-05-04T09:00:00Z"}""");

        // Then
        changed.statusCode(200).body("lawfulBasis", equalTo("CONSENT"), "basisSource", equalTo("Form 17"), "basisSince",
                equalTo("2026-05-04T09:00:00Z"), "version", equalTo(1));
        api.request().header("If-None-Match", changed.extract().header("ETag")).get("/v1/creators/{id}/privacy", id).then()
                .statusCode(304);
    }

    @Test
    void aChangeIsBasedOnTheVersionThatWasSeen() {
        // Given
        Api api = Api.of("privacy-stale");
        String id = api.add("mila", 100);
        String tag = tag(api, id);
        revise(api, id, ADULT).statusCode(200);

        // When
        var stale = api.request().header("If-Match", tag).body(ADULT).patch("/v1/creators/{id}/privacy", id).then();

        // Then
        stale.statusCode(412);
        api.request().body(ADULT).patch("/v1/creators/{id}/privacy", id).then().statusCode(428);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"lawfulBasis\": \"CONSENT\"}|#/basisSource|required",
            "{\"lawfulBasis\": null}|#/lawfulBasis|required",
            "{\"lawfulBasis\": \"HABIT\"}|#/lawfulBasis|wrong-type",
            "{\"basisSince\": \"2999-01-01T00:00:00Z\"}|#/basisSince|in-the-future",
            "{\"ageGroup\": \"ADULT\"}|#/ageSource|required",
            "{\"ageGroup\": \"ADULT\", \"ageSource\": \"nul \\u0000\"}|#/ageSource|nul-character",
            "{\"religion\": \"x\"}|#/religion|unknown-field",
            "{\"creatorId\": \"x\"}|#/creatorId|unknown-field"})
    void aChangeThatBreaksARuleNamesThePlace(String patch, String pointer, String code) {
        // Given
        Api api = Api.of("privacy-bad");
        String id = api.add("mila" + Integer.toHexString(patch.hashCode()), 100);

        // When
        var refused = revise(api, id, patch);

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo(pointer), "errors[0].code", equalTo(code));
    }

    @Test
    void nobodyIsActivatedOfWhomItIsNotKnownThatTheyAreOfAge() {
        // Given
        Api api = Api.of("privacy-age");
        String id = api.add("mila", 100);
        stage(api, id, "CONTACTED").statusCode(200);
        stage(api, id, "ENGAGED").statusCode(200);

        // When
        var refused = stage(api, id, "ACTIVE");

        // Then
        refused.statusCode(409).body("code", equalTo("adulthood-not-confirmed"), "detail", containsString("ageGroup ADULT"));
        api.creator(id).body("stage", equalTo("ENGAGED"));
        revise(api, id, ADULT).statusCode(200);
        stage(api, id, "ACTIVE").statusCode(200);
    }

    @Test
    void whoTurnsOutToBeAMinorDoesNotStayActive() {
        // Given
        Api api = Api.of("privacy-minor");
        String id = active(api, "mila");

        // When
        var changed = revise(api, id, "{\"ageGroup\": \"MINOR\", \"ageSource\": \"Parent wrote\"}");

        // Then
        changed.statusCode(200).body("ageGroup", equalTo("MINOR"));
        api.creator(id).body("stage", equalTo("DORMANT"), "accounts", hasSize(1));
        stage(api, id, "ACTIVE").statusCode(409).body("detail", containsString("under 18"));
    }

    @Test
    void ofTwoWhoAreOneTheMoreCautiousAgeCountsUntilTheyAreTwoAgain() {
        // Given
        Api api = Api.of("privacy-merged");
        String adult = active(api, "adult");
        String minor = api.add("minor", 1);
        revise(api, minor, "{\"ageGroup\": \"MINOR\", \"ageSource\": \"Parent wrote\"}").statusCode(200);

        // When
        String merge = api.request().header("If-Match", api.tag(adult)).body("{\"absorb\": \"%s\"}".formatted(minor))
                .post("/v1/creators/{id}/merges", adult).then().statusCode(201).extract().path("id");

        // Then
        api.creator(adult).body("stage", equalTo("DORMANT"));
        api.request().get("/v1/creators/{id}/privacy", adult).then().body("ageGroup", equalTo("MINOR"));
        api.request().header("If-Match", "*").post("/v1/merges/{id}/undo", merge).then().statusCode(200);
        api.request().get("/v1/creators/{id}/privacy", adult).then().body("ageGroup", equalTo("ADULT"));
        api.request().get("/v1/creators/{id}/privacy", minor).then().body("ageGroup", equalTo("MINOR"));
    }

    @Test
    void whoMustBeToldIsListedLongestKeptFirst() throws SQLException {
        // Given
        Api api = Api.of("privacy-notices");
        String young = api.add("young", 1);
        String old = api.add("old", 1);
        String older = api.add("older", 1);
        backdate(old, "created_at", "2026-03-31T10:00:00Z");
        backdate(older, "created_at", "2026-01-31T10:00:00Z");

        // When
        var overdue = notices(api, "");

        // Then
        overdue.body("items.creatorId", contains(older, old), "items[0].dueAt", equalTo("2026-02-28T10:00:00Z"), "page.next",
                nullValue());
        notices(api, "?dueBefore=2026-04-01T00:00:00Z").body("items.creatorId", contains(older));
        notices(api, "?dueBefore=" + Instant.now().plus(40, ChronoUnit.DAYS)).body("items.creatorId",
                contains(older, old, young));
        String first = notices(api, "?limit=1").body("items.creatorId", contains(older)).extract().path("page.next");
        String back = notices(api, "?limit=1&cursor=" + first).body("items.creatorId", contains(old)).extract()
                .path("page.prev");
        notices(api, "?limit=1&cursor=" + back).body("items.creatorId", contains(older));
    }

    @Test
    void whoWasToldIsNoLongerDueAndTheFirstNoticeCounts() throws SQLException {
        // Given
        Api api = Api.of("privacy-told");
        String id = api.add("mila", 1);
        backdate(id, "created_at", "2026-01-31T10:00:00Z");

        // When
        var told = api.request().body("{\"channel\": \"direct message\", \"sentAt\": \"2026-02-03T10:00:00Z\"}")
                .post("/v1/creators/{id}/privacy/notice", id).then();

        // Then
        told.statusCode(200).body("noticeSentAt", equalTo("2026-02-03T10:00:00Z"), "noticeChannel", equalTo("direct message"));
        notices(api, "").body("items", empty());
        api.request().body("{\"channel\": \"letter\"}").post("/v1/creators/{id}/privacy/notice", id).then().statusCode(200)
                .body("noticeChannel", equalTo("direct message"));
        api.request().body("{\"channel\": \"letter\", \"sentAt\": \"2999-01-01T00:00:00Z\"}")
                .post("/v1/creators/{id}/privacy/notice", id).then().statusCode(422)
                .body("errors[0].code", equalTo("in-the-future"));
    }

    @Test
    void manyAreToldAtOnce() throws SQLException {
        // Given
        Api api = Api.of("privacy-bulk");
        String one = api.add("one", 1);
        String two = api.add("two", 1);
        String stranger = Api.of("privacy-bulk-stranger").add("three", 1);
        backdate(one, "created_at", "2026-01-31T10:00:00Z");
        backdate(two, "created_at", "2026-01-31T10:00:00Z");
        revise(api, two, ADULT).statusCode(200);
        String body = "{\"channel\": \"e-mail\", \"creatorIds\": [\"%s\", \"%s\", \"%s\"]}".formatted(one, two, stranger);

        // When
        var outcomes = api.request().body(body).post("/v1/privacy/notices").then();

        // Then
        outcomes.statusCode(200).body("items.outcome", contains("MARKED", "MARKED", "NOT_FOUND"));
        notices(api, "").body("items", empty());
        api.request().get("/v1/creators/{id}/privacy", two).then().body("ageGroup", equalTo("ADULT"), "noticeChannel",
                equalTo("e-mail"), "version", equalTo(2));
        api.request().body(body).post("/v1/privacy/notices").then().body("items.outcome",
                contains("UNCHANGED", "UNCHANGED", "NOT_FOUND"));
        api.request().body("{\"channel\": \"e-mail\", \"creatorIds\": []}").post("/v1/privacy/notices").then()
                .statusCode(422);
    }

    @Test
    void aWorkspaceSetsItsOwnRetentionFromADayOn() throws SQLException {
        // Given
        Api api = admin("privacy-retention");
        String kept = api.add("kept", 1);
        String stale = api.add("stale", 1);
        backdate(stale, "updated_at", Instant.now().minus(100, ChronoUnit.DAYS).toString());

        // When
        var added = api.request().body("{\"retentionDays\": 90, \"source\": \"Records policy\"}").post("/v1/privacy/terms")
                .then();

        // Then
        added.statusCode(201).body("retentionDays", equalTo(90), "noticeMonths", equalTo(1));
        api.request().get("/v1/privacy/terms").then().statusCode(200).body("source", equalTo("Records policy"));
        api.request().get("/v1/privacy/retention-reviews").then().statusCode(200).body("items.creatorId", contains(stale));
        Api.of("privacy-retention-other").request().get("/v1/privacy/terms").then().body("retentionDays", equalTo(730));
        api.request().body("{\"retentionDays\": 90, \"source\": \"x\", \"validFrom\": \"2020-01-01\"}")
                .post("/v1/privacy/terms").then().statusCode(422).body("errors[0].code", equalTo("in-the-past"));
        Api.of("privacy-retention").request().body("{\"retentionDays\": 9, \"source\": \"x\"}").post("/v1/privacy/terms")
                .then().statusCode(403);
        api.creator(kept);
    }

    @Test
    void whoObjectsOptsOutAndTheReasonIsKept() {
        // Given
        Api api = Api.of("privacy-objection");
        String id = active(api, "mila");

        // When
        var objected = api.request().header("If-Match", api.tag(id)).body("{\"reason\": \"Leave me alone\"}")
                .post("/v1/creators/{id}/objection", id).then();

        // Then
        objected.statusCode(200).body("stage", equalTo("OPTED_OUT"), "accounts", hasSize(1));
        api.request().get("/v1/creators/{id}/privacy", id).then().body("objectionReason", equalTo("Leave me alone"),
                "objectedAt", notNullValue());
        api.request().get("/v1/events").then().body("type", contains("creator.created", "creator.opted-out"),
                "[1].data.accounts", hasSize(1));
        api.request().header("If-Match", api.tag(id)).body("{\"reason\": \"Again\"}")
                .post("/v1/creators/{id}/objection", id).then().statusCode(200);
        api.request().get("/v1/creators/{id}/privacy", id).then().body("objectionReason", equalTo("Leave me alone"));
    }

    @Test
    void anExportShowsEverythingThatIsKept() {
        // Given
        Api api = admin("privacy-export");
        String id = api.add("mila", 4200);
        revise(api, id, ADULT).statusCode(200);

        // When
        var export = api.request().get("/v1/creators/{id}/personal-data", id).then();

        // Then
        export.statusCode(200).body("creator.displayName", equalTo("mila"), "privacy.ageGroup", equalTo("ADULT"),
                "kept.accounts[0].handle", equalTo("mila"), "kept.accounts[0].handleKey", equalTo("mila"),
                "kept.privacy[0].ageSource", equalTo("Declared in the form"), "kept", hasKey("posts"));
        Api.of("privacy-export").request().get("/v1/creators/{id}/personal-data", id).then().statusCode(403);
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        // Given
        String id = Api.of("privacy-mine").add("mila", 100);
        Api stranger = admin("privacy-stranger");

        // When
        var read = stranger.request().get("/v1/creators/{id}/privacy", id).then();

        // Then
        read.statusCode(404);
        stranger.request().get("/v1/creators/{id}/personal-data", id).then().statusCode(404);
        stranger.request().header("If-Match", "*").body(ADULT).patch("/v1/creators/{id}/privacy", id).then().statusCode(404);
        stranger.request().body("{\"channel\": \"x\"}").post("/v1/creators/{id}/privacy/notice", id).then().statusCode(404);
        stranger.request().header("If-Match", "*").body("{}").post("/v1/creators/{id}/objection", id).then().statusCode(404);
        stranger.request().header("If-Match", "*").body("{\"ground\": \"OBJECTION\"}").post("/v1/creators/{id}/erasure", id)
                .then().statusCode(404);
        notices(stranger, "?dueBefore=2999-01-01T00:00:00Z").body("items", empty());
    }

    private static Api admin(String workspace) {
        return Api.of(workspace, "creators:read creators:write events:read admin");
    }

    private static ValidatableResponse notices(Api api, String query) {
        return api.request().get("/v1/privacy/notices" + query).then().statusCode(200);
    }

    private static String active(Api api, String handle) {
        String id = api.add(handle, 100);
        revise(api, id, ADULT).statusCode(200);
        stage(api, id, "CONTACTED").statusCode(200);
        stage(api, id, "ENGAGED").statusCode(200);
        stage(api, id, "ACTIVE").statusCode(200);
        return id;
    }

    private static ValidatableResponse stage(Api api, String id, String stage) {
        return api.request().header("If-Match", api.tag(id)).body("{\"stage\": \"%s\"}".formatted(stage))
                .post("/v1/creators/{id}/stage", id).then();
    }

    private static String tag(Api api, String id) {
        return api.request().get("/v1/creators/{id}/privacy", id).then().statusCode(200).extract().header("ETag");
    }

    private static ValidatableResponse revise(Api api, String id, String patch) {
        return api.request().header("If-Match", tag(api, id)).body(patch).patch("/v1/creators/{id}/privacy", id).then();
    }

    private static void backdate(String id, String column, String time) throws SQLException {
        try (Connection connection = PostgresTestResource.superuser()) {
            connection.createStatement()
                    .execute("update creator set %s = '%s' where id = '%s'".formatted(column, time, id));
        }
    }
}
