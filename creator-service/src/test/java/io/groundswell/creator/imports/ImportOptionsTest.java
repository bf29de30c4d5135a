package io.groundswell.creator.imports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class ImportOptionsTest {
    private static final String IMPORT = "/v1/creators/import";

    @Test
    void aSpreadsheetsFileIsReadAsItsSenderSays() {
        // Given
        Api api = Api.of("options-told");
        byte[] body = "Netz;Name bei Instagram;Follower;Bemerkung\nINSTAGRAM;zo\u00EB.caf\u00E9;12.3K;geheim\n"
                .getBytes(Charset.forName("windows-1252"));

        // When
        List<JsonPath> report = api.report(IMPORT + "?delimiter=%3B&encoding=windows-1252&map=Netz:network"
                + "&map=Name%20bei%20Instagram:handle&map=Follower:followers&ignore=Bemerkung", "text/csv", body);

        // Then
        assertEquals(Map.of("format", "CSV", "encoding", "windows-1252", "encodingFrom", "PARAMETER", "delimiter", ";",
                "delimiterFrom", "PARAMETER", "columns",
                Map.of("Netz", "network", "Name bei Instagram", "handle", "Follower", "followers"), "ignored",
                List.of("Bemerkung")),
                report.getFirst().getMap("assumed"));
        assertEquals("CREATED", report.get(1).getString("outcome"));
        api.list("").body("items[0].accounts[0].handle", equalTo("zo\u00EB.caf\u00E9"), "items[0].accounts[0].followers",
                equalTo(12_300));
    }

    @Test
    void whatWasNotSaidIsTold() {
        // Given
        Api api = Api.of("options-default");

        // When
        List<JsonPath> report = api.report(IMPORT, "application/x-ndjson", bytes("{\"network\":\"X\",\"handle\":\"mila\"}"));

        // Then
        assertEquals(Map.of("format", "NDJSON", "encoding", "UTF-8", "encodingFrom", "DEFAULT"),
                report.getFirst().getMap("assumed"));
    }

    @ParameterizedTest
    @CsvSource({"delimiter=%3A,400,invalid-parameter", "encoding=klingon,400,invalid-parameter",
            "map=Followers,400,invalid-parameter",
            "dryRun=perhaps,400,invalid-parameter", "separator=%3B,400,unknown-parameter",
            "map=Followers:folowers,422,validation-failed",
            "ignore=Nobody,422,validation-failed", "delimiter=%3B,422,validation-failed",
            "delimiter=auto,422,validation-failed"})
    void optionsThatDoNotFitAreRefusedBeforeAnythingIsStored(String query, int status, String code) {
        // Given
        Api api = Api.of("options-refused");

        // When
        var response = api.bulk("text/csv", bytes("network,handle,Followers\nX,mila,1\n")).post(IMPORT + "?" + query);

        // Then
        response.then().statusCode(status).body("code", equalTo(code));
        api.list("").body("items", hasSize(0));
    }

    @Test
    void anUnknownColumnIsRefusedWithTheKnownOnes() {
        // Given
        Api api = Api.of("options-column");

        // When
        var response = api.bulk("text/csv", bytes("network,handle,fans\nX,mila,1\n")).post(IMPORT);

        // Then
        response.then().statusCode(422).body("errors[0].code", equalTo("unknown-column"), "errors[0].detail",
                containsString("followers"));
    }

    @Test
    void aDryRunTellsWhatWouldBeAndStoresNothing() {
        // Given
        Api api = Api.of("options-dry");
        api.importLines("{\"network\":\"X\",\"handle\":\"known\",\"followers\":1}");
        byte[] body = bytes("""
                {"network":"X","handle":"known","followers":2}
                {"network":"X","handle":"known","followers":2}
                {"network":"X","handle":"fresh","email":"fresh@mail.example"}
                {"network":"X","handle":"fresh","followers":-1}
                """);

        // When
        List<JsonPath> dry = api.report(IMPORT + "?dryRun=true", "application/x-ndjson", body);

        // Then
        assertEquals(List.of("UPDATED", "UNCHANGED", "CREATED", "REJECTED"),
                dry.subList(1, 5).stream().map(line -> line.getString("outcome")).toList());
        assertNull(dry.get(3).getString("creatorId"));
        api.list("").body("items", hasSize(1), "items[0].accounts[0].followers", equalTo(1), "items[0].version", equalTo(0));
        List<JsonPath> real = api.report(IMPORT, "application/x-ndjson", body);
        assertEquals(dry.getLast().getMap("summary"), real.getLast().getMap("summary"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
