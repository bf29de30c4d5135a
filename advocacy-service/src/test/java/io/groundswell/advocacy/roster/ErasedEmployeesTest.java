package io.groundswell.advocacy.roster;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.groundswell.advocacy.Api;
import io.groundswell.kit.outbox.FeedEvent;
import io.groundswell.kit.testing.PostgresTestResource;
import io.groundswell.kit.testing.TestTokens;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import com.fasterxml.jackson.databind.ObjectMapper;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ErasedEmployeesTest {
    private static final String ROSTER = """
            workEmail,name,department,managerEmail
            zz.secret@demo.example,Zelda Zimmerquist,Roasting,lin@demo.example
            kim@demo.example,Kim,Roasting,ZZ.Secret@demo.example
            """;

    @Inject
    ErasureFollower follower;
    @Inject
    WorkspaceDatabase database;
    @Inject
    ObjectMapper json;

    @Test
    void whoWasErasedAsACreatorIsForgottenAsAnEmployee() throws SQLException {
        // Given
        Api api = Api.ofNewWorkspace();
        String id = api.importRoster("text/csv", ROSTER).getFirst().getString("employeeId");
        UUID pack = api.createPack(UUID.randomUUID());
        String link = api.shareLink("zz.secret@demo.example", pack, "LINKEDIN");

        // When
        erase(api.workspace(), id);

        // Then
        employee(api, id).body("active", equalTo(false), "name", nullValue(), "workEmail", equalTo(""));
        assertEquals(0, count("select count(*) from employee t where lower(t::text) ~ 'zz.secret|zimmerquist'"));
        api.share("zz.secret@demo.example", pack, "X").then().statusCode(403);
        Awaitility.await().untilAsserted(() -> assertEquals(404,
                Api.follow(link, "203.0.113.7", Api.BROWSER).statusCode()));
    }

    @Test
    void theNextRosterDoesNotBringThePersonBack() {
        // Given
        Api api = Api.ofNewWorkspace();
        String id = api.importRoster("text/csv", ROSTER).getFirst().getString("employeeId");
        erase(api.workspace(), id);

        // When
        List<JsonPath> report = api.importRoster("text/csv", ROSTER);

        // Then
        assertEquals("erased", report.get(0).getString("code"));
        assertEquals("UPDATED", report.get(1).getString("outcome"));
        employee(api, id).body("active", equalTo(false), "workEmail", equalTo(""));
        api.marketer().get("/v1/employees").then().body("items", hasSize(2));
    }

    @Test
    void anErasureOfNobodyHereChangesNothing() {
        // Given
        Api api = Api.ofNewWorkspace();
        String id = api.importRoster("text/csv", ROSTER).getFirst().getString("employeeId");

        // When
        erase(Api.ofNewWorkspace().workspace(), id);

        // Then
        employee(api, id).body("active", equalTo(true), "version", equalTo(0));
    }

    @Test
    void whatIsKeptIsExported() {
        // Given
        Api api = Api.ofNewWorkspace();
        String id = api.importRoster("text/csv", ROSTER).getFirst().getString("employeeId");
        api.shareLink("zz.secret@demo.example", api.createPack(UUID.randomUUID()), "LINKEDIN");

        // When
        var export = export(api, "admin", id);

        // Then
        export.statusCode(200).body("employee.name", equalTo("Zelda Zimmerquist"), "shares", hasSize(1), "shares[0].network",
                equalTo("LINKEDIN"), "shares[0].clicks", equalTo(0));
        export(Api.ofNewWorkspace(), "admin", id).statusCode(404);
        export(api, "advocacy:read advocacy:write", id).statusCode(403);
    }

    private static ValidatableResponse export(Api api, String scopes, String id) {
        return given().auth().oauth2(TestTokens.token(api.workspace(), scopes))
                .get("/v1/employees/{id}/personal-data", id).then();
    }

    private static ValidatableResponse employee(Api api, String id) {
        return api.marketer().get("/v1/employees/{id}", id).then().statusCode(200);
    }

    private void erase(String key, String employeeId) {
        var workspace = new Workspace(key);
        var event = new FeedEvent("1.0", UUID.randomUUID(), "/creator-service", "creator.erased", "c", Instant.EPOCH,
                "application/json", key, "1-1", json.createObjectNode().put("employeeId", employeeId));
        database.write(workspace, transaction -> follower.apply(transaction, workspace, List.of(event))).await()
                .indefinitely();
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = PostgresTestResource.superuser();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
