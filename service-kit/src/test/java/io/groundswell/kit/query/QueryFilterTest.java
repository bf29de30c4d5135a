package io.groundswell.kit.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class QueryFilterTest {

    @Test
    void knownParametersPass() {
        // When
        Response response = given().get(
                "/v1/trials?status=x&network=a&network=b&limit=7&colour=RED&campaignId=01890a5d-ac96-774b-bcce-b302099a8057&min=-1");

        // Then
        response.then().statusCode(200).body("limit", equalTo(7));
    }

    @Test
    void noParametersMeansDefaults() {
        // When
        Response response = given().get("/v1/trials");

        // Then
        response.then().statusCode(200).body("limit", equalTo(20));
    }

    @Test
    void unknownParametersAreNamedTogetherWithTheAllowedOnes() {
        // When
        Response response = given().get("/v1/trials?lmit=5&colour=RED&offset=3");

        // Then
        refused(response, "unknown-parameter").body("errors.pointer", hasItems("?lmit", "?offset")).body("detail",
                equalTo("The query parameters of this operation are campaignId, colour, limit, min, network, status."));
    }

    @Test
    void anOperationWithoutParametersTakesNone() {
        // When
        Response response = given().get("/v1/trials/log?x");

        // Then
        refused(response, "unknown-parameter").body("errors[0].pointer", equalTo("?x")).body("detail",
                equalTo("This operation takes no query parameters."));
    }

    @Test
    void aSingleParameterMayNotBeRepeated() {
        // When
        Response response = given().get("/v1/trials?limit=5&limit=6");

        // Then
        refused(response, "invalid-parameter").body("errors[0].pointer", equalTo("?limit")).body("errors[0].code",
                equalTo("repeated"));
    }

    @Test
    void valuesOfTheWrongTypeAreNamed() {
        wrong("limit=0", "?limit", "out-of-range", "from 1 to 100");
        wrong("limit=101", "?limit", "out-of-range", "from 1 to 100");
        wrong("limit=ten", "?limit", "out-of-range", "not “ten”");
        wrong("limit=", "?limit", "out-of-range", "from 1 to 100");
        wrong("colour=BLUE", "?colour", "wrong-type", "one of RED, GREEN");
        wrong("campaignId=7", "?campaignId", "wrong-type", "a UUID");
        wrong("min=1.5", "?min", "wrong-type", "a whole number");
    }

    private static void wrong(String query, String pointer, String code, String detail) {
        // When
        Response response = given().get("/v1/trials?" + query);

        // Then
        refused(response, "invalid-parameter").body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code)).body("errors[0].detail", containsString(detail));
    }

    private static ValidatableResponse refused(Response response, String code) {
        return response.then().statusCode(400).contentType("application/problem+json").body("code", equalTo(code));
    }
}
