package io.groundswell.creator.imports;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
class ResumedImportTest {
    private static final String NDJSON = "application/x-ndjson";

    @Test
    void theSameBodyIsTakenUpBehindWhatIsStored() {
        // Given
        Api api = Api.of("resume-again");
        String[] all = Api.accounts(2_500, "r");
        send(api, "spring", String.join("\n", Arrays.copyOf(all, 2_100)) + "\n").then().statusCode(200).extract().asByteArray();

        // When
        List<JsonPath> report = Api
                .lines(send(api, "spring", String.join("\n", all) + "\n").then().statusCode(200).extract().asByteArray());

        // Then
        assertEquals(2_100, report.get(1).getInt("resumed.afterLine"));
        assertEquals(2_101, report.get(2).getInt("line"));
        assertEquals(400, report.getLast().getInt("summary.created"));
        api.request().get("/v1/imports/spring").then().statusCode(200).body("storedUpToLine", equalTo(2_500), "finished",
                equalTo(true), "lines.created", equalTo(2_500), "lines.unchanged", equalTo(0), "subject", equalTo("CREATORS"));
    }

    @Test
    void csvIsTakenUpAgainToo() {
        // Given
        Api api = Api.of("resume-csv");
        String body = "network,handle,bio\nX,one,\"two\nlines\"\nX,broken\nX,three,\n";
        api.bulk("text/csv", bytes(body)).header("Import-Key", "csv").post("/v1/creators/import").then().statusCode(200)
                .extract().asByteArray();

        // When
        List<JsonPath> report = Api.lines(api.bulk("text/csv", bytes(body + "X,four,\n")).header("Import-Key", "csv")
                .post("/v1/creators/import").then().statusCode(200).extract().asByteArray());

        // Then
        assertEquals(List.of(5, 6), List.of(report.get(1).getInt("resumed.afterLine"), report.get(2).getInt("line")));
        api.request().get("/v1/imports/csv").then().body("lines.created", equalTo(3), "lines.rejected", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"network\":\"X\",\"handle\":\"someone-else\"}\n{\"network\":\"X\",\"handle\":\"b\"}",
            "{\"network\":\"X\",\"handle\":\"a\"}",
            "\n{\"network\":\"X\",\"handle\":\"a\"}\n{\"network\":\"X\",\"handle\":\"b\"}"})
    void anotherBodyUnderTheSameKeyIsRefused(String other) {
        // Given
        Api api = Api.of("resume-other");
        send(api, "k", "{\"network\":\"X\",\"handle\":\"a\"}\n{\"network\":\"X\",\"handle\":\"b\"}").then().statusCode(200)
                .extract().asByteArray();

        // When
        Response response = send(api, "k", other);

        // Then
        response.then().statusCode(422).body("code", equalTo("import-key-reused"));
        api.list("").body("items", hasSize(2));
    }

    @Test
    void aKeyOfCustomersIsNotOneOfCreators() {
        // Given
        Api api = Api.of("resume-subject");
        api.bulk(NDJSON, bytes("{\"instagram\":\"mila\"}")).header("Import-Key", "k").post("/v1/customers/import").then()
                .statusCode(200).extract().asByteArray();

        // When
        Response response = send(api, "k", "{\"instagram\":\"mila\"}");

        // Then
        response.then().statusCode(422).body("code", equalTo("import-key-reused"));
    }

    @Test
    void anImportIsItsWorkspacesOwn() {
        // Given
        send(Api.of("resume-mine"), "mine", "{\"network\":\"X\",\"handle\":\"a\"}").then().statusCode(200).extract()
                .asByteArray();

        // When
        var response = Api.of("resume-strangers").request().get("/v1/imports/mine");

        // Then
        response.then().statusCode(404).body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "-first", "a/b"})
    void aKeyMustFitIntoAPath(String key) {
        // When
        var response = send(Api.of("resume-key"), key, "");

        // Then
        response.then().statusCode(400).body("code", equalTo("invalid-header"));
    }

    private static Response send(Api api, String key, String body) {
        return api.bulk(NDJSON, bytes(body)).header("Import-Key", key).post("/v1/creators/import");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
