package io.groundswell.creator.metrics;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.groundswell.creator.Api;
import io.groundswell.creator.metrics.EngagementRate.Unmeasured;
import io.groundswell.kit.testing.PostgresTestResource;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class EngagementTest {
    @Inject
    EngagementRates rates;
    @Inject
    WorkspaceDatabase database;

    @Test
    void theExampleOfTheDocumentation() {
        // Given
        Api api = Api.of("engagement-example");
        String id = api.add("mila", 1200);
        posts("engagement-example", account(api, id), new Long[][]{{60L, 6L}, {48L, 4L}, {72L, 12L}, {40L, 4L}, {null, 8L}});

        // When
        ValidatableResponse engagement = get(api, id, "");

        // Then
        engagement.body("headlineAccountId", equalTo(account(api, id)), "accounts[0].raw", equalTo(0.049167f),
                "accounts[0].shrunk", equalTo(0.041917f), "accounts[0].interval.lower", equalTo(0.019397f),
                "accounts[0].interval.upper", equalTo(0.090586f), "accounts[0].prior.sampleWeight", equalTo(0.684528f),
                "accounts[0].prior.tier", equalTo("NANO"), "accounts[0].prior.source",
                startsWith("Groundswell starting values"),
                "accounts[0].method", equalTo("BY_FOLLOWERS"), "accounts[0].aggregator", equalTo("MEDIAN"),
                "accounts[0].windowDays", equalTo(60), "accounts[0].n", equalTo(4), "accounts[0].parts.likes", equalTo(220),
                "accounts[0].excluded", hasSize(1), "accounts[0].excluded[0].reason", equalTo("HIDDEN_LIKES"));
    }

    @Test
    void whatIsAskedForGoesBeforeTheRule() {
        // Given
        Api api = Api.of("engagement-asked");
        String id = api.add("mila", 1200);
        posts("engagement-asked", account(api, id), new Long[][]{{60L, 6L}, {48L, 4L}, {72L, 12L}});

        // When
        ValidatableResponse engagement = get(api, id, "?aggregator=MEAN&windowDays=30&method=BY_REACH");

        // Then
        engagement.body("accounts[0].aggregator", equalTo("MEAN"), "accounts[0].windowDays", equalTo(30),
                "accounts[0].method", equalTo("BY_REACH"), "accounts[0].rate", equalTo(null), "accounts[0].reason",
                equalTo("UNKNOWN_AUDIENCE"), "headlineAccountId", equalTo(null));
        get(api, id, "?network=TIKTOK").body("accounts", hasSize(0));
    }

    @Test
    void badQuestionsAreRefusedByName() {
        // Given
        Api api = Api.of("engagement-bad");
        String id = api.add("mila", 1200);

        // When
        var refused = api.request().get("/v1/creators/{id}/engagement?windowDays=0", id).then();

        // Then
        refused.statusCode(400).body("errors[0].pointer", equalTo("?windowDays"));
        api.request().get("/v1/creators/{id}/engagement?method=BY_MAGIC", id).then().statusCode(400);
        api.request().get("/v1/creators/{id}/engagement?windows=3", id).then().statusCode(400);
        Api.of("engagement-stranger").request().get("/v1/creators/{id}/engagement", id).then().statusCode(404);
        api.request().get("/v1/creators/{id}/engagement", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aSnapshotStandsInForPosts() {
        // Given
        Api api = Api.of("engagement-snapshot");
        String id = api.add("mila", 4260);
        api.request().body("{\"source\":\"Graph API\",\"engagement\":{\"posts\":12,\"likes\":1834,\"comments\":210}}")
                .post("/v1/creators/{id}/accounts/{account}/snapshots", id, account(api, id)).then().statusCode(201);

        // When
        ValidatableResponse engagement = get(api, id, "");

        // Then
        engagement.body("accounts[0].basis", equalTo("SNAPSHOT"), "accounts[0].aggregator", equalTo("MEAN"),
                "accounts[0].n", equalTo(12), "accounts[0].raw", equalTo(0.039984f));
    }

    @Test
    void aWorkspacesOwnPriorGoesBeforeTheProducts() {
        // Given
        Api api = Api.of("engagement-prior");
        String id = api.add("mila", 1200);
        posts("engagement-prior", account(api, id), new Long[][]{{60L, 6L}});
        String prior = api.request().body("""
                {"network": "INSTAGRAM", "tier": "NANO", "method": "BY_FOLLOWERS", "medianRate": 0.08, "betweenCreators": 0.5,
                 "withinCreator": 0.9, "validFrom": "2026-01-01", "source": "Our own, 2026"}""")
                .post("/v1/engagement-priors").then().statusCode(201).extract().path("id");

        // When
        ValidatableResponse engagement = get(api, id, "");

        // Then
        engagement.body("accounts[0].prior.id", equalTo(prior), "accounts[0].prior.centre", equalTo(0.08f),
                "accounts[0].prior.source", equalTo("Our own, 2026"));
        Api stranger = Api.of("engagement-prior-other");
        String other = stranger.add("noor", 1200);
        posts("engagement-prior-other", account(stranger, other), new Long[][]{{60L, 6L}});
        get(stranger, other, "").body("accounts[0].prior.centre", equalTo(0.03f));
    }

    @Test
    void aWorkspacesOwnRuleGoesBeforeTheProducts() {
        // Given
        Api api = Api.of("engagement-rule");
        String id = api.add("mila", 1200);
        posts("engagement-rule", account(api, id), new Long[][]{{60L, 6L}});
        String rule = api.request()
                .body("""
                        {"network": "INSTAGRAM", "method": "BY_FOLLOWERS", "aggregator": "MEAN", "windowDays": 90, "countsShares": true,
                         "countsSaves": false, "enoughPosts": 10, "enoughFollowers": 2000, "validFrom": "2026-01-01", "source": "Ours"}""")
                .post("/v1/engagement-rules").then().statusCode(201).extract().path("id");

        // When
        ValidatableResponse engagement = get(api, id, "");

        // Then
        engagement.body("accounts[0].ruleId", equalTo(rule), "accounts[0].aggregator", equalTo("MEAN"),
                "accounts[0].windowDays", equalTo(90), "accounts[0].rate", notNullValue());
    }

    @Test
    void ratesOfManyAccountsAreReadAtOnce() {
        // Given
        Api api = Api.of("engagement-bulk");
        UUID measured = UUID.fromString(account(api, api.add("mila", 1200)));
        UUID silent = UUID.fromString(account(api, api.add("noor", 300)));
        posts("engagement-bulk", measured.toString(), new Long[][]{{60L, 6L}});
        var workspace = new Workspace("engagement-bulk");

        // When
        var found = database.write(workspace,
                transaction -> rates.ofAccounts(transaction, workspace, List.of(measured, silent, new UUID(0, 9))))
                .await().atMost(Duration.ofSeconds(10));

        // Then
        assertEquals(Set.of(measured, silent), found.keySet());
        assertEquals(1, Objects.requireNonNull(found.get(measured)).n());
        assertEquals(Unmeasured.NO_POSTS, Objects.requireNonNull(found.get(silent)).reason());
    }

    @Test
    void theLargestAccountThatCanBeMeasuredIsTheHeadline() {
        // Given
        Api api = Api.of("engagement-headline");
        String id = api.request().body("""
                {"accounts": [{"network": "INSTAGRAM", "handle": "mila", "followers": 90000},
                 {"network": "MASTODON", "handle": "mila@pottery.example", "followers": 500}]}""")
                .post("/v1/creators").then().statusCode(201).extract().path("id");
        String small = api.creator(id).extract().path("accounts[1].id");
        posts("engagement-headline", small, new Long[][]{{10L, 1L}});

        // When
        ValidatableResponse engagement = get(api, id, "");

        // Then
        engagement.body("headlineAccountId", equalTo(small), "accounts.network", contains("INSTAGRAM", "MASTODON"),
                "accounts[0].reason", equalTo("NO_POSTS"));
    }

    private static ValidatableResponse get(Api api, String id, String query) {
        return api.request().get("/v1/creators/" + id + "/engagement" + query).then().statusCode(200);
    }

    private static String account(Api api, String id) {
        return api.creator(id).extract().path("accounts[0].id");
    }

    /** Stores posts of the last days: likes and comments each. */
    private static void posts(String workspace, String account, @Nullable Long[][] reactions) {
        try (Connection connection = PostgresTestResource.superuser();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into post_sample (workspace_id, post_id, account_id, published_at, observed_at, likes, comments)
                        values (?, gen_random_uuid(), ?, ?, now(), ?, ?)""")) {
            for (int i = 0; i < reactions.length; i++) {
                insert.setString(1, workspace);
                insert.setObject(2, UUID.fromString(account));
                insert.setObject(3, Instant.now().minus(Duration.ofDays(i + 1L)).atOffset(ZoneOffset.UTC));
                insert.setObject(4, reactions[i][0]);
                insert.setObject(5, reactions[i][1]);
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
