package io.groundswell.creator.benchmark;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ReferenceDataTest {
    private static final String IN_FORCE = "/v1/benchmarks?network=INSTAGRAM&tier=NANO&inForceOn=";

    @Test
    void theProductBringsOneForEachNetworkAndTier() {
        // Given
        Api api = Api.of("benchmark-shipped");

        // When
        var page = api.request().get("/v1/benchmarks?inForceOn=2026-05-04&limit=100").then();

        // Then
        page.statusCode(200).body("items", hasSize(45), "items.owner", everyItem(equalTo("EVERYBODY")), "items.source",
                everyItem(containsString("to be replaced by your own")));
        api.request().get("/v1/engagement-priors?network=TIKTOK&tier=MICRO&inForceOn=2026-05-04").then().body("items",
                hasSize(4));
        api.request().get("/v1/engagement-rules?inForceOn=2026-05-04").then().body("items", hasSize(9));
    }

    @Test
    void aNewVersionHoldsFromItsDay() {
        // Given
        Api api = Api.of("benchmark-version");

        // When
        String id = create(api, "INSTAGRAM", "0.04", "2026-05-01", "Ours").statusCode(201).body("owner", equalTo("WORKSPACE"))
                .extract().path("id");

        // Then
        api.request().get(IN_FORCE + "2026-04-30").then().body("items.owner[0]", equalTo("EVERYBODY"));
        api.request().get(IN_FORCE + "2026-05-01").then().body("items", hasSize(1), "items[0].id", equalTo(id),
                "items[0].median", equalTo(0.04f));
        Api.of("benchmark-stranger").request().get(IN_FORCE + "2026-05-01").then().body("items.owner[0]",
                equalTo("EVERYBODY"));
        Api.of("benchmark-stranger").request().get("/v1/benchmarks/{id}", id).then().statusCode(404);
    }

    @Test
    void whatIsWithdrawnHoldsNoLongerAndCanBeRead() {
        // Given
        Api api = Api.of("benchmark-withdraw");
        String id = create(api, "INSTAGRAM", "0.04", "2026-05-01", "Ours").extract().path("id");
        String tag = api.request().get("/v1/benchmarks/{id}", id).then().extract().header("ETag");

        // When
        var withdrawn = withdraw(api, id, tag);

        // Then
        withdrawn.statusCode(200).body("withdrawnAt", not(equalTo(null)));
        api.request().get("/v1/benchmarks/{id}", id).then().statusCode(200).body("withdrawnAt", not(equalTo(null)));
        api.request().get(IN_FORCE + "2026-05-01").then().body("items.owner[0]", equalTo("EVERYBODY"));
        withdraw(api, id, tag).statusCode(412);
        withdraw(api, id, "*").statusCode(409);
        create(api, "INSTAGRAM", "0.05", "2026-05-01", "Ours again").statusCode(201);
    }

    @Test
    void aWithdrawalNamesTheVersionAndOnlyOnesOwn() {
        // Given
        Api api = Api.of("benchmark-shared");
        String shared = api.request().get(IN_FORCE + "2026-05-01").then().extract().path("items[0].id");

        // When
        var refused = withdraw(api, shared, "*");

        // Then
        refused.statusCode(409).body("detail", containsString("came with the product"));
        api.request().post("/v1/benchmarks/{id}/withdraw", shared).then().statusCode(428);
        String own = create(api, "X", "0.04", "2026-05-01", "Ours").extract().path("id");
        withdraw(Api.of("benchmark-thief"), own, "*").statusCode(404);
    }

    @Test
    void aRepeatedWithdrawalIsReplayed() {
        // Given
        Api api = Api.of("benchmark-replay");
        String id = create(api, "INSTAGRAM", "0.04", "2026-05-01", "Ours").extract().path("id");
        String tag = api.request().get("/v1/benchmarks/{id}", id).then().extract().header("ETag");
        withdraw(api, id, tag, "k1").statusCode(200);

        // When
        var again = withdraw(api, id, tag, "k1");

        // Then
        again.statusCode(200).header("Idempotent-Replayed", "true");
    }

    @Test
    void oneOfAKindHoldsFromADay() {
        // Given
        Api api = Api.of("benchmark-twice");
        create(api, "INSTAGRAM", "0.04", "2026-05-01", "Ours").statusCode(201);

        // When
        var second = create(api, "INSTAGRAM", "0.05", "2026-05-01", "Ours");

        // Then
        second.statusCode(409).body("code", equalTo("conflict"));
    }

    @ParameterizedTest
    @CsvSource({"INSTAGRAM,0.01,2026-05-01,Ours,#/median", "INSTAGRAM,2,2026-05-01,Ours,#/median",
            "INSTAGRAM,0.0400001,2026-05-01,Ours,#/median", "INSTAGRAM,1e-900000000,2026-05-01,Ours,#/median",
            "INSTAGRAM,0.04,+999999999-01-01,Ours,#/validFrom", "INSTAGRAM,0.04,2026-05-01,' ',#/source",
            "NOWHERE,0.04,2026-05-01,Ours,#/network"})
    void badRowsNameThePlace(String network, String median, String validFrom, String source, String pointer) {
        // Given
        Api api = Api.of("benchmark-bad");

        // When
        var refused = create(api, network, median, validFrom, source);

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void listsGoOnByCursorAndRefuseWhatTheyDoNotKnow() {
        // Given
        Api api = Api.of("benchmark-pages");
        String next = api.request().get("/v1/benchmarks?network=X&limit=3").then().body("items", hasSize(3)).extract()
                .path("page.next");

        // When
        var rest = api.request().get("/v1/benchmarks?network=X&limit=3&cursor=" + next).then();

        // Then
        rest.statusCode(200).body("items", hasSize(2), "page.next", equalTo(null));
        api.request().get("/v1/benchmarks?network=TIKTOK&limit=3&cursor=" + next).then().statusCode(400)
                .body("code", equalTo("invalid-cursor"));
        api.request().get("/v1/benchmarks?inForceOn=+999999999-01-01").then().statusCode(400);
        api.request().get("/v1/benchmarks?inForceOn=1000-01-01").then().statusCode(400);
        api.request().get("/v1/benchmarks?colour=red").then().statusCode(400).body("code", equalTo("unknown-parameter"));
        api.request().get("/v1/benchmarks?network=OTHER&tier=MEGA&inForceOn=2025-12-31").then().body("items", empty());
    }

    private static ValidatableResponse create(Api api, String network, String median, String validFrom, String source) {
        return api.request().body("""
                {"network": "%s", "tier": "NANO", "method": "BY_FOLLOWERS", "lowerQuartile": 0.02, "median": %s,
                 "upperQuartile": 0.06, "postsPer30Days": 9, "validFrom": "%s", "source": "%s"}"""
                .formatted(network, median, validFrom, source)).post("/v1/benchmarks").then();
    }

    private static ValidatableResponse withdraw(Api api, String id, String tag) {
        return api.request().header("If-Match", tag).post("/v1/benchmarks/{id}/withdraw", id).then();
    }

    private static ValidatableResponse withdraw(Api api, String id, String tag, String key) {
        return api.request().header("If-Match", tag).header("Idempotency-Key", key)
                .post("/v1/benchmarks/{id}/withdraw", id).then();
    }
}
