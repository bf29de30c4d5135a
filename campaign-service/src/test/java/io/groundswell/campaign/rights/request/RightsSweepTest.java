package io.groundswell.campaign.rights.request;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.groundswell.campaign.rights.Rights;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

@QuarkusTest
class RightsSweepTest {
    @Inject
    RightsSweep sweep;

    @Test
    @DisplayName("A grant whose time is over permits nothing, even before anybody swept, and then takes its post with it")
    void grantsEnd() throws SQLException {
        // Given
        Rights rights = Rights.of("sweep-ends");
        String post = rights.approved("1", "one");
        rights.granted(post, Rights.TERMS);
        String kept = rights.approved("2", "two");
        rights.granted(kept, Rights.TERMS);
        rights.granted(kept, Rights.TERMS.replace(", \"durationDays\": 365", ""));
        sql("update rights_grant set ends_at = now() where workspace_id = 'sweep-ends' and ends_at is not null");
        boolean allowed = rights.isAllowed(post);

        // When
        sweep.sweep().await().indefinitely();

        // Then
        assertEquals(false, allowed);
        rights.api().request().get("/v1/posts/{id}", post).then().body("state", equalTo("WITHDRAWN"), "stateReason",
                equalTo("RIGHTS_EXPIRED"));
        assertEquals("PUBLISHABLE", rights.state(kept));
        assertEquals(true, rights.isAllowed(kept));
        rights.api().request().queryParam("state", "EXPIRED").get("/v1/rights-grants").then().body("items.endReason",
                contains("TIME_OVER", "TIME_OVER"));
        assertEquals(true, rights.verified().getBoolean("valid"));
    }

    @Test
    @DisplayName("Near its end a grant is shown as expiring, and permits what it did")
    void grantsExpire() throws SQLException {
        // Given
        Rights rights = Rights.of("sweep-expiring");
        String post = rights.approved("1", "one");
        rights.granted(post, Rights.TERMS);
        sql("update rights_grant set expiring_at = now() where workspace_id = 'sweep-expiring'");

        // When
        sweep.sweep().await().indefinitely();

        // Then
        rights.api().request().get("/v1/rights-grants").then().body("items.state", contains("EXPIRING"));
        assertEquals(true, rights.isAllowed(post));
        assertEquals("PUBLISHABLE", rights.state(post));
    }

    @Test
    @DisplayName("A request that nobody answered expires; a reply after that grants nothing; the author can be asked again")
    void requestsExpire() throws SQLException {
        // Given
        Rights rights = Rights.of("sweep-requests");
        String post = rights.approved("p1", "one");
        rights.sent(post);
        sql("update rights_request set expires_at = now() where workspace_id = 'sweep-requests'");
        rights.bring(Rights.reply("r1", "p1", "one")).body("items.outcome", contains("IGNORED"));

        // When
        sweep.sweep().await().indefinitely();

        // Then
        rights.api().request().get("/v1/rights-requests").then().body("items.state", contains("EXPIRED"));
        rights.send(rights.requested(post)).statusCode(200);
    }

    @Test
    @DisplayName("Many replicas that sweep at once end a grant once")
    void atOnce() throws SQLException {
        // Given
        Rights rights = Rights.of("sweep-at-once");
        rights.granted(rights.approved("1", "one"), Rights.TERMS);
        sql("update rights_grant set ends_at = now() where workspace_id = 'sweep-at-once'");

        // When
        Uni.join().all(IntStream.range(0, 5).mapToObj(_ -> sweep.sweep()).toList()).andFailFast().await().indefinitely();

        // Then
        List<String> kinds = rights.api().request().get("/v1/rights-ledger").then().extract().path("items.kind");
        assertEquals(List.of("POST_WITHDRAWN", "GRANT_EXPIRED", "GRANT_MADE"), kinds);
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = PostgresTestResource.superuser()) {
            connection.createStatement().execute(statement);
        }
    }
}
