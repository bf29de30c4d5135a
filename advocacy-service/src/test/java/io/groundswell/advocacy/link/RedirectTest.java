package io.groundswell.advocacy.link;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.groundswell.advocacy.Api;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.testing.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class RedirectTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    LinkTable table;

    private final Api api = Api.ofNewWorkspace();
    private final UUID campaign = Uuid7.next();

    @Test
    void aLinkLeadsToTheLandingPageWithCampaignParametersAndNoName() {
        // Given
        api.employ("ada@demo.example");
        UUID pack = api.createPack(campaign);
        String link = api.shareLink("ada@demo.example", pack, "LINKEDIN");

        // When
        Response redirect = Api.follow(link + "?fbclid=1", "198.51.100.7", Api.BROWSER);

        // Then
        redirect.then().statusCode(302)
                .header("Location", "https://example.com/spring?utm_source=linkedin&utm_medium=employee-advocacy&utm_campaign="
                        + campaign + "&utm_content=" + pack)
                .header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
        assertFalse(redirect.header("Location").contains("ada"));
        given().redirects().follow(false).head(link).then().statusCode(302).header("Location", redirect.header("Location"));
    }

    @Test
    void whatIsNoLinkIsNotFound() {
        // When
        Response unknown = Api.follow("/s/" + "z".repeat(10), "198.51.100.7", Api.BROWSER);

        // Then
        unknown.then().statusCode(404).contentType("application/problem+json").body("code", equalTo("not-found"));
        Api.follow("/s/no", "198.51.100.7", Api.BROWSER).then().statusCode(404);
        Api.follow("/s/0OIl0OIl0O", "198.51.100.7", Api.BROWSER).then().statusCode(404);
    }

    @Test
    void aLinkThatAnotherReplicaMadeIsFoundAtOnceAndKeptFromThenOn() throws SQLException {
        // Given
        String code = "RepLica" + api.workspace().substring(37).replaceAll("[0l]", "z").substring(0, 3);

        // When
        try (Connection connection = PostgresTestResource.superuser(); Statement statement = connection.createStatement()) {
            statement.execute("insert into short_link (workspace_id, code, share_id, location) values ('%s', '%s', '%s', '%s')"
                    .formatted(api.workspace(), code, Uuid7.next(), Api.LANDING));
        }

        // Then
        Api.follow("/s/" + code, "198.51.100.7", Api.BROWSER).then().statusCode(302).header("Location", Api.LANDING);
        await().atMost(SOON).until(() -> table.find(code) != null);
    }

    @Test
    void theLinksOfSomeoneWhoLeftLeadNowhereUntilTheReturn() {
        // Given
        api.employ("ada@demo.example");
        String link = api.shareLink("ada@demo.example", api.createPack(campaign), "X");

        // When
        api.dismiss("ada@demo.example");

        // Then
        await().atMost(SOON).until(() -> Api.follow(link, "198.51.100.7", Api.BROWSER).statusCode() == 404);
        api.employ("ada@demo.example");
        await().atMost(SOON).until(() -> Api.follow(link, "198.51.100.7", Api.BROWSER).statusCode() == 302);
    }

    @Test
    void withoutTheDatabaseKnownLinksLeadOnAndTheirClicksAreCountedLater() throws SQLException {
        // Given
        api.employ("ada@demo.example");
        String link = api.shareLink("ada@demo.example", api.createPack(campaign), "X");
        Outage outage = Outage.begin();

        // When
        long began = System.nanoTime();
        Response redirect = Api.follow(link, "198.51.100.7", Api.BROWSER);
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        // Then
        try {
            redirect.then().statusCode(302);
            assertFalse(took.compareTo(Duration.ofMillis(200)) > 0, "took " + took);
            given().get("/q/health/ready").then().statusCode(200);
            Api.follow("/s/UnknownABC", "198.51.100.7", Api.BROWSER).then().statusCode(503).header("Retry-After", "1");
            assertEquals(503, api.marketer().get("/v1/employees").statusCode());
        } finally {
            outage.end();
        }
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> api.totals(campaign).getLong("clicks") == 1);
    }

    /** No connection is admitted, and those there are cut. */
    private static final class Outage {
        static Outage begin() throws SQLException {
            execute("alter role service_app connection limit 0");
            execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'service_app'");
            return new Outage();
        }

        void end() throws SQLException {
            execute("alter role service_app connection limit -1");
        }

        private static void execute(String sql) throws SQLException {
            try (Connection connection = PostgresTestResource.superuser(); Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
