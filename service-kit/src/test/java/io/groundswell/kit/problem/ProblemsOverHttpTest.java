package io.groundswell.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ProblemsOverHttpTest {
    private static final String UUID_7 = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";

    @Test
    void aProblemCarriesEverythingTheStandardAndTheHouseAskFor() {
        // Given
        String id = "01890a5d-ac96-774b-bcce-b302099a8057";

        // When
        Response response = given().header("X-Request-Id", "trial-1").get("/v1/trials/" + id);

        // Then
        isProblem(response, 404, "not-found").header("X-Request-Id", "trial-1").body("type", equalTo("/problems/not-found"))
                .body("title", equalTo(ProblemType.NOT_FOUND.title())).body("detail", equalTo("There is no trial " + id + "."))
                .body("instance", equalTo("/v1/trials/" + id)).body("requestId", equalTo("trial-1"))
                .body("errors", nullValue());
    }

    @Test
    void anIdThatIsNotAUuidIsNotFound() {
        // When
        Response response = given().get("/v1/trials/nonsense");

        // Then
        isProblem(response, 404, "not-found");
    }

    @Test
    void unknownRoutesAreProblemsInsideAndOutsideOfTheApi() {
        for (String path : new String[]{"/v1/nothing", "/v1/trials/a/b/c", "/nothing", "/", "/q/nothing"}) {
            // When
            Response response = given().get(path);

            // Then
            isProblem(response, 404, "not-found").body("instance", equalTo(path));
        }
    }

    @Test
    void aMethodThatAPathLacksIsAnsweredWithThoseItHas() {
        // When
        Response response = given().delete("/v1/trials");

        // Then
        isProblem(response, 405, "method-not-allowed").header("Allow", "GET, HEAD, OPTIONS, POST");
    }

    @Test
    void aMediaTypeThatCannotBeProducedIsRefused() {
        // When
        Response response = given().accept("application/xml").get("/v1/trials");

        // Then
        isProblem(response, 406, "not-acceptable");
    }

    @Test
    void aMediaTypeThatIsNotReadIsRefused() {
        // When
        Response response = given().contentType("application/xml").body("<a/>").post("/v1/trials");

        // Then
        isProblem(response, 415, "unsupported-media-type");
    }

    @Test
    void headAnswersAsGetWithoutABody() {
        // When
        Response found = given().head("/v1/trials");
        Response missing = given().head("/v1/nothing");

        // Then
        found.then().statusCode(200).body(emptyString()).header("X-Request-Id", notNullValue());
        missing.then().statusCode(404).contentType(Problem.MEDIA_TYPE).body(emptyString());
    }

    @Test
    void aFaultLeaksNothing() {
        // When
        Response response = given().get("/v1/trials/fault");

        // Then
        isProblem(response, 500, "internal-error").body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void anUnreachableDependencyAsksToComeBack() {
        // When
        Response response = given().get("/v1/trials/outage");

        // Then
        isProblem(response, 503, "service-unavailable").header("Retry-After", matchesPattern("[0-9]+"))
                .body(not(containsString("10.0.0.1")));
    }

    @Test
    void anErrorResponseOfAnotherShapeBecomesAProblem() {
        // When
        Response response = given().get("/v1/trials/bare");

        // Then
        isProblem(response, 409, "conflict");
    }

    @Test
    void anAsynchronousProblemKeepsItsHeadersAndItsScript() {
        // When
        Response response = given().get("/v1/trials/later");

        // Then
        isProblem(response, 409, "launch-gate-not-met").header("Retry-After", "7");
        assertTrue(new String(response.asByteArray(), StandardCharsets.UTF_8).contains("Zürich ✓ 日本"));
    }

    @Test
    void aStrangerIsToldHowToSignIn() {
        // When
        Response without = given().get("/v1/trials/signed-in");
        Response broken = given().header("Authorization", "Bearer nonsense").get("/v1/trials/signed-in");

        // Then
        isProblem(without, 401, "unauthorized").header("WWW-Authenticate", startsWith("Bearer"));
        isProblem(broken, 401, "unauthorized").header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    @TestSecurity(user = "ada", roles = "marketer")
    void aTokenThatDoesNotPermitIsForbidden() {
        // When
        Response response = given().get("/v1/trials/admin");

        // Then
        isProblem(response, 403, "forbidden");
    }

    @Test
    void aHarmlessRequestIdIsTakenOverAndLogged() {
        // When
        Response response = given().header("X-Request-Id", "abc.DEF:1-2_3").get("/v1/trials/log");

        // Then
        response.then().statusCode(200).header("X-Request-Id", "abc.DEF:1-2_3").body("requestId",
                equalTo("abc.DEF:1-2_3"));
    }

    @Test
    void aRequestIdThatCouldForgeLogLinesIsReplaced() {
        for (String bad : new String[]{"a b", "x".repeat(129), "${jndi:x}", "<script>"}) {
            // When
            Response response = given().header("X-Request-Id", bad).get("/v1/trials/log");

            // Then
            response.then().statusCode(200).header("X-Request-Id", matchesPattern(UUID_7));
        }
    }

    @Test
    void brokenJsonIsNamedByLineAndColumn() {
        // When
        Response response = json("{\n  \"name\": \"a\",\n  \"count\": ,\n}");

        // Then
        isProblem(response, 400, "malformed-json").body("detail", startsWith("Line 3, column"))
                .body("detail", not(containsString("Source"))).body("errors[0].pointer", equalTo("#"));
    }

    @Test
    void aDocumentIsReadOnceAndToItsEnd() {
        isProblem(json("{\"name\":\"a\",\"count\":1} {}"), 400, "malformed-json");
        isProblem(json("{\"name\":\"a\",\"name\":\"b\",\"count\":1}"), 400, "malformed-json");
        isProblem(json("{\"name\":\"a\""), 400, "malformed-json");
        isProblem(json("{\"deep\":" + "[".repeat(5000)), 400, "malformed-json")
                .body(not(containsString("StreamReadConstraints")));
    }

    @Test
    void anUnknownMemberIsNamedTogetherWithTheKnownOnes() {
        // When
        Response response = json("{\"name\":\"a\",\"count\":1,\"parts\":[{\"kind\":\"x\",\"share\":0,\"shre\":0.5}]}");

        // Then
        isProblem(response, 422, "validation-failed").body("errors[0].pointer", equalTo("#/parts/0/shre"))
                .body("errors[0].code", equalTo("unknown-field"))
                .body("errors[0].detail", equalTo("“shre” is not known here; known are kind, share."));
    }

    @Test
    void aValueOfTheWrongTypeIsNamedByItsPlaceInTheWordsOfJson() {
        wrongType("{\"name\":1,\"count\":1}", "#/name", "a string");
        wrongType("{\"name\":\"a\",\"count\":\"1\"}", "#/count", "a whole number within range");
        wrongType("{\"name\":\"a\",\"count\":1.5}", "#/count", "a whole number within range");
        wrongType("{\"name\":\"a\",\"count\":true}", "#/count", "a whole number within range");
        wrongType("{\"name\":\"a\",\"count\":99999999999}", "#/count", "a whole number within range");
        wrongType("{\"name\":\"a\",\"count\":1,\"startsAt\":1700000000}", "#/startsAt", "a timestamp");
        wrongType("{\"name\":\"a\",\"count\":1,\"startsAt\":\"tomorrow\"}", "#/startsAt", "a timestamp");
        wrongType("{\"name\":\"a\",\"count\":1,\"colour\":\"BLUE\"}", "#/colour", "one of RED, GREEN");
        wrongType("{\"name\":\"a\",\"count\":1,\"colour\":0}", "#/colour", "one of RED, GREEN");
        wrongType("{\"name\":\"a\",\"count\":1,\"parts\":{}}", "#/parts", "an array");
        wrongType("{\"name\":\"a\",\"count\":1,\"parts\":[7]}", "#/parts/0", "an object");
        wrongType("[]", "#", "an object");
    }

    @Test
    void aMissingNumberAndAMissingTextAreRequired() {
        isProblem(json("{\"name\":\"a\",\"count\":null}"), 422, "validation-failed").body("errors[0].pointer",
                equalTo("#/count")).body("errors[0].code", equalTo("required"));
        isProblem(json("{\"count\":1}"), 422, "validation-failed").body("errors[0].pointer", equalTo("#/name"))
                .body("errors[0].code", equalTo("required"));
    }

    @Test
    void aRuleOfARecordNamesThePlaceOfItsValue() {
        // When
        Response response = json(
                "{\"name\":\"a\",\"count\":1,\"parts\":[{\"kind\":\"x\",\"share\":0},{\"kind\":\"x\",\"share\":2}]}");

        // Then
        isProblem(response, 422, "validation-failed").body("errors[0].pointer", equalTo("#/parts/1/share"))
                .body("errors[0].code", equalTo("out-of-range"))
                .body("detail", equalTo("share must be within 0 and 1."));
    }

    @Test
    void aMissingBodyIsSaidToBeMissing() {
        isProblem(given().contentType(ContentType.JSON).post("/v1/trials"), 400, "missing-body");
        isProblem(json("null"), 400, "missing-body");
        isProblem(json("   "), 400, "missing-body");
    }

    @Test
    void aChangeMustSayWhichVersionItChanges() {
        isProblem(given().contentType(ContentType.JSON).body("{}").put("/v1/trials/tagged"), 428,
                "precondition-required");
        isProblem(given().contentType(ContentType.JSON).header("If-Match", "\"v0\"").body("{}").put("/v1/trials/tagged"),
                412, "precondition-failed").header("ETag", "\"v1\"");
    }

    private static void wrongType(String body, String pointer, String expected) {
        isProblem(json(body), 422, "validation-failed").body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo("wrong-type"))
                .body("errors[0].detail", allOf(startsWith("The value must be "), containsString(expected)));
    }

    private static Response json(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/trials");
    }

    private static ValidatableResponse isProblem(Response response, int status, String code) {
        return response.then().statusCode(status).contentType(startsWith(Problem.MEDIA_TYPE)).body("code", equalTo(code))
                .body("status", equalTo(status)).header("X-Request-Id", notNullValue())
                .body("requestId", equalTo(response.header("X-Request-Id")));
    }
}
