package io.groundswell.campaign.rights.ledger;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.rights.Rights;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

@QuarkusTest
class LedgerTest {

    @Test
    @DisplayName("What was exported can be computed anew by anybody, and without a name in it")
    void exported() throws Exception {
        // Given
        Rights rights = Rights.of("ledger-export");
        rights.sent(rights.approved("p1", "zz.secret.handle"));
        rights.bring(Rights.reply("r1", "p1", "zz.secret.handle", "no"), Rights.reply("r2", "p1", "zz.secret.handle"));

        // When
        String export = rights.api().request().get("/v1/rights-ledger/export").then().statusCode(200)
                .contentType("application/x-ndjson").extract().asString();

        // Then
        String former = "0".repeat(64);
        List<String> kinds = new ArrayList<>();
        for (String line : export.strip().split("\n", -1)) {
            JsonNode entry = new ObjectMapper().readTree(line);
            assertEquals(former, entry.path("prevHash").asText());
            former = entry.path("hash").asText();
            assertEquals(recomputed("ledger-export", entry), former);
            kinds.add(entry.path("kind").asText());
        }
        assertEquals(List.of("REQUEST_CREATED", "REQUEST_SENT", "REPLY_REFUSED", "GRANT_MADE"), kinds);
        assertTrue(!export.contains("secret") && !export.contains("yesHarbour"), export);
        String rest = rights.api().request().queryParam("after", 3).get("/v1/rights-ledger/export").then().extract().asString();
        assertEquals(export.strip().split("\n", -1)[3], rest.strip());
    }

    private static String recomputed(String workspace, JsonNode entry) throws Exception {
        ObjectNode content = entry.deepCopy();
        content.remove(List.of("hash", "prevHash"));
        content.put("workspace", workspace);
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(HexFormat.of().parseHex(entry.path("prevHash").asText()));
        return HexFormat.of().formatHex(digest.digest(new JsonCanonicalizer(content.toString()).getEncodedUTF8()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            changed  | update rights_ledger set payload = '{}' where seq = 2             | 2
            dated    | update rights_ledger set at = at + interval '1 day' where seq = 3 | 3
            relabel  | update rights_ledger set kind = 'NEVER' where seq = 1             | 1
            removed  | delete from rights_ledger where seq = 2                           | 2
            cut      | delete from rights_ledger where seq = 4                           | 4
            resealed | update rights_ledger set hash = prev_hash where seq = 2           | 2
            moved    | update rights_ledger set seq = 9 where seq = 4                    | 4
            """)
    @DisplayName("Whatever somebody does to an entry behind the service's back is found, and where")
    void tampered(String name, String statement, long brokenAt) throws SQLException {
        // Given
        Rights rights = Rights.of("ledger-" + name);
        String grant = rights.granted(rights.approved("1", "one"), Rights.TERMS);
        rights.granted(rights.approved("2", "two"), Rights.TERMS);
        rights.api().request().body("{\"reason\": \"x\"}").post("/v1/rights-grants/{id}/revoke", grant).then().statusCode(200);
        assertEquals(4, rights.verified().getLong("entries"));
        try (Connection connection = PostgresTestResource.superuser()) {
            connection.createStatement().execute("set session_replication_role = replica");
            connection.createStatement().execute(statement + " and workspace_id = 'ledger-" + name + "'");
        }

        // When
        JsonPath verified = rights.verified();

        // Then
        assertEquals(false, verified.getBoolean("valid"));
        assertEquals(brokenAt, verified.getLong("firstBrokenSeq"));
        assertTrue(Rights.of("ledger-beside-" + name).verified().getBoolean("valid"));
    }

    @Test
    @DisplayName("A chain that was rewritten as a whole does not match a hash that was noted before")
    void rewritten() {
        // Given
        Rights rights = Rights.of("ledger-noted");
        rights.granted(rights.approved("1", "one"), Rights.TERMS);
        String noted = rights.verified().getString("headHash");
        rights.granted(rights.approved("2", "two"), Rights.TERMS);

        // When
        var right = rights.api().request().queryParam("seq", 1).queryParam("hash", noted).post("/v1/rights-ledger/verify")
                .then();
        var wrong = rights.api().request().queryParam("seq", 1).queryParam("hash", "0".repeat(64))
                .post("/v1/rights-ledger/verify")
                .then();

        // Then
        right.body("valid", equalTo(true), "entries", equalTo(2));
        wrong.body("valid", equalTo(false), "firstBrokenSeq", equalTo(1));
        rights.api().request().queryParam("seq", 1).post("/v1/rights-ledger/verify").then().statusCode(400);
        rights.api().request().queryParam("seq", 9).queryParam("hash", noted).post("/v1/rights-ledger/verify").then().body(
                "valid",
                equalTo(false));
    }

    @Test
    @DisplayName("The application cannot change or delete an entry, nor can the owner by mistake")
    void appendOnly() throws SQLException {
        // Given
        Rights rights = Rights.of("ledger-append");
        rights.granted(rights.approved("1", "one"), Rights.TERMS);

        for (String statement : List.of("update rights_ledger set payload = '{}'", "delete from rights_ledger",
                "truncate rights_ledger")) {
            try (Connection application = PostgresTestResource.application();
                    Connection owner = PostgresTestResource.superuser()) {
                application.createStatement().execute("set app.workspace = 'ledger-append'");

                // When
                var refused = Arrays.asList(
                        assertThrows(SQLException.class, () -> application.createStatement().execute(statement)),
                        assertThrows(SQLException.class, () -> owner.createStatement().execute(statement)));

                // Then
                assertEquals(List.of("42501", "42501"), refused.stream().map(SQLException::getSQLState).toList());
            }
        }
    }

    @Test
    @DisplayName("Changes at the same time follow one another in the chain, without a gap")
    void atOnce() {
        // Given
        Rights rights = Rights.of("ledger-at-once");
        List<String> posts = IntStream.range(0, 12).mapToObj(i -> rights.approved("p" + i, "author" + i)).toList();

        // When
        posts.stream().map(post -> CompletableFuture.runAsync(() -> rights.granted(post, Rights.TERMS))).toList()
                .forEach(CompletableFuture::join);

        // Then
        assertTrue(rights.verified().getBoolean("valid"));
        assertEquals(12, rights.verified().getLong("entries"));
    }

    @Test
    @DisplayName("An empty ledger is whole; pages go both ways; another workspace sees none of it")
    void pages() {
        // Given
        Rights rights = Rights.of("ledger-pages");
        assertTrue(rights.verified().getBoolean("valid"));
        IntStream.range(0, 3).forEach(i -> rights.granted(rights.approved("p" + i, "author" + i), Rights.TERMS));

        // When
        JsonPath first = rights.api().request().queryParam("limit", 2).get("/v1/rights-ledger").then().extract().jsonPath();
        JsonPath second = rights.api().request().queryParam("limit", 2).queryParam("cursor", first.getString("page.next"))
                .get("/v1/rights-ledger").then().extract().jsonPath();
        JsonPath back = rights.api().request().queryParam("limit", 2).queryParam("cursor", second.getString("page.prev"))
                .get("/v1/rights-ledger").then().extract().jsonPath();

        // Then
        assertEquals(List.of(3, 2), first.getList("items.seq"));
        assertEquals(List.of(1), second.getList("items.seq"));
        assertEquals(List.of(3, 2), back.getList("items.seq"));
        Api.of("ledger-stranger").request().get("/v1/rights-ledger").then().body("items.size()", equalTo(0));
    }
}
