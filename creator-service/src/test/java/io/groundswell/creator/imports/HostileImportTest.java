package io.groundswell.creator.imports;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** The same hostile content in both formats: a clear error for its line, and nothing else touched. */
@QuarkusTest
class HostileImportTest {
    private static final String IMPORT = "/v1/creators/import";

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"displayName~=cmd|' /C calc'!A0~formula", "displayName~＝SUM(A1)~formula",
            "displayName~@SUM(1+1)*cmd|' /C calc'!A0~formula", "displayName~+cmd|' /C calc'!A0~formula",
            "displayName~-2+3+cmd|' /C calc'!A0~formula", "userId~=cmd~formula", "handle~=cmd~invalid-handle",
            "handle~р\u0430ypal~confusable", "handle~pаypal.official~confusable", "handle~αpple~confusable",
            "followers~-1~out-of-range", "followers~99999999999~out-of-range", "following~-5~out-of-range",
            "posts~1e9~wrong-type", "followers~999999999999999~out-of-range",
            "observedAt~2999-01-01T00:00:00Z~in-the-future",
            "observedAt~1969-07-20T20:17:00Z~before-the-network", "observedAt~2010-01-01T00:00:00Z~before-the-network",
            "joinedAt~2999-01-01T00:00:00Z~in-the-future", "email~not an address~invalid-email", "email~a@b~invalid-email",
            "observedAt~+999999999-12-31T23:59:59Z~in-the-future", "observedAt~-999999999-01-01T00:00:00Z~before-the-network"})
    void theLineIsRejectedByItsField(String field, String value, String code) {
        // Given
        Api api = Api.of("hostile-field");
        String handle = field.equals("handle") ? "" : "\"handle\":\"fine\",";
        String json = "{\"network\":\"INSTAGRAM\",%s\"%s\":\"%s\"}".formatted(handle, field, value);
        String csv = "network,%s%s\nINSTAGRAM,%s\"%s\"\n".formatted(field.equals("handle") ? "" : "handle,", field,
                field.equals("handle") ? "" : "fine,", value);

        // When
        List<JsonPath> ndjson = api.report(IMPORT, "application/x-ndjson", bytes(json));
        List<JsonPath> table = api.report(IMPORT, "text/csv", bytes(csv));

        // Then
        for (List<JsonPath> report : List.of(ndjson, table)) {
            assertEquals("REJECTED %s #/%s".formatted(code, field), "%s %s %s".formatted(report.get(1).getString("outcome"),
                    report.get(1).getString("code"), report.get(1).getString("pointer")));
        }
        api.list("").body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"аня.рига", "山田太郎", "김민수", "สมชาย", "mila_日本", "ζωή", "Аня@mastodon.social", "mila-ñandú", "محمد"})
    void handlesOfOneScriptAreNamesLikeAnyOther(String handle) {
        // When
        List<JsonPath> report = Api.of("hostile-fine").report(IMPORT, "application/x-ndjson",
                bytes("{\"network\":\"MASTODON\",\"handle\":\"%s\"}".formatted(handle)));

        // Then
        assertEquals("CREATED", report.get(1).getString("outcome"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Anna (she/her)-", "@mila", "+1 Podcast", "- Studio -", "a=b"})
    void namesThatBeginWithASignAreNames(String name) {
        // When
        List<JsonPath> report = Api.of("hostile-names").report(IMPORT, "application/x-ndjson",
                bytes("{\"network\":\"X\",\"handle\":\"n%d\",\"displayName\":\"%s\"}".formatted(
                        Math.floorMod(name.hashCode(), 1_000_000),
                        name)));

        // Then
        assertEquals("CREATED", report.get(1).getString("outcome"));
    }

    @Test
    void brokenBytesAndHugeFieldsLoseNoNeighbour() {
        // Given
        Api api = Api.of("hostile-bytes");
        var ndjson = new ByteArrayOutputStream();
        ndjson.writeBytes(bytes("{\"network\":\"X\",\"handle\":\"first\"}\n{\"network\":\"X\",\"handle\":\"nul\0\"}\n"));
        ndjson.writeBytes(new byte[]{'{', '"', (byte) 0xC3, '"', ':', '1', '}', '\n'});
        ndjson.writeBytes(bytes("{\"network\":\"X\",\"handle\":\"a\",\"bio\":\"" + "x".repeat(10_000_000) + "\"}\n"));
        ndjson.writeBytes(bytes("{\"network\":\"X\",\"handle\":\"last\"}\n"));
        String csv = "network,handle,bio\nX,first,\nX,nul\0,\nX,\u00FC,\nX,b,%s\nX,last,".formatted("x".repeat(10_000_000));

        // When
        List<JsonPath> lines = api.report(IMPORT, "application/x-ndjson", ndjson.toByteArray());
        List<JsonPath> records = api.report(IMPORT, "text/csv", csv.getBytes(StandardCharsets.ISO_8859_1));

        // Then
        assertEquals("[null, malformed-json, malformed-json, line-too-long, null]", codes(lines));
        assertEquals("[null, invalid-handle, not-utf-8, line-too-long, null]", codes(records));
        api.list("").body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "text/csv", "text/csv; charset=utf-16", "text/csv; charset=gb18030"})
    void randomBytesNeverFailTheServiceAndEveryLineIsAccountedFor(String type) {
        // Given
        Api api = Api.of("hostile-random");
        Random random = new Random(20_260_504);

        for (int i = 0; i < 25; i++) {
            byte[] body = body(random, type.startsWith("text/csv"));

            // When
            var response = api.bulk(type, body).post(IMPORT);

            // Then
            assertTrue(response.statusCode() == 200 || response.statusCode() == 422, () -> response.statusLine());
            if (response.statusCode() == 200) {
                List<JsonPath> report = Api.lines(response.asByteArray());
                assertEquals(report.size() - 2, report.getLast().getInt("summary.items"));
                assertEquals(0, report.getLast().getInt("summary.created"));
            }
        }
    }

    private static byte[] body(Random random, boolean csv) {
        var body = new ByteArrayOutputStream();
        if (csv && random.nextBoolean()) {
            body.writeBytes(bytes("network,handle\n"));
        }
        byte[] noise = new byte[random.nextInt(2_000)];
        random.nextBytes(noise);
        for (int i = random.nextInt(50); i < noise.length; i += 1 + random.nextInt(80)) {
            noise[i] = (byte) "\n\",{}\0".charAt(random.nextInt(6));
        }
        body.writeBytes(noise);
        return body.toByteArray();
    }

    private static String codes(List<JsonPath> report) {
        return report.subList(1, report.size() - 1).stream().map(line -> line.getString("code")).toList().toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
