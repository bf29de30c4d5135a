package io.groundswell.creator.tier;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.groundswell.creator.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class OwnTierSchemeTest {

    @Test
    void storedTiersFollowANewScheme() {
        // Given
        Api api = Api.of("scheme-follow");
        String small = api.add("mila", 4200);
        String large = api.add("noor", 8000);
        api.importLines(Api.accounts(1200, "many"));

        // When
        create(api, "coffee-2026", 4999, "2026-01-01").statusCode(201).body("owner", equalTo("WORKSPACE"));

        // Then
        awaitFollowed(api, "coffee-2026");
        api.creator(small).body("tier.tier", equalTo("NANO"), "tier.scheme", equalTo("coffee-2026"));
        api.creator(large).body("tier.tier", equalTo("MICRO"), "tier.scheme", equalTo("coffee-2026"), "accounts[0].tier",
                equalTo("MICRO"));
        api.list("limit=1").body("items[0].tier.scheme", equalTo("coffee-2026"));
        api.list("sort=followers&limit=1").body("items[0].tier.scheme", equalTo("coffee-2026"));
        String after = api.request().get("/v1/events?limit=1000").then().extract().path("[-1].position");
        api.request().get("/v1/events?limit=1000&after=" + after).then()
                .body("findAll { it.type == 'creator.tier-changed' }.subject", contains(large),
                        "find { it.type == 'creator.tier-changed' }.data.from", equalTo("NANO"),
                        "find { it.type == 'creator.tier-changed' }.data.to", equalTo("MICRO"));
    }

    @Test
    void withdrawingBringsBackWhatHeldBefore() {
        // Given
        Api api = Api.of("scheme-withdraw");
        String id = api.add("noor", 8000);
        create(api, "coffee-2026", 4999, "2026-01-01").statusCode(201);
        awaitFollowed(api, "coffee-2026");
        String tag = api.request().get("/v1/tier-schemes/coffee-2026").then().extract().header("ETag");

        // When
        var withdrawn = api.request().header("If-Match", tag).post("/v1/tier-schemes/coffee-2026/withdraw").then();

        // Then
        withdrawn.statusCode(200).body("inForce", equalTo(false), "withdrawnAt", startsWith("20"));
        awaitFollowed(api, "standard-2021");
        api.creator(id).body("tier.tier", equalTo("NANO"), "tier.scheme", equalTo("standard-2021"));
        api.request().header("If-Match", tag).post("/v1/tier-schemes/coffee-2026/withdraw").then().statusCode(412);
        api.request().header("If-Match", "*").post("/v1/tier-schemes/standard-2021/withdraw").then().statusCode(409);
        api.request().post("/v1/tier-schemes/coffee-2026/withdraw").then().statusCode(428);
    }

    @Test
    void aSchemeWaitsForItsDay() {
        // Given
        Api api = Api.of("scheme-later");
        String id = api.add("noor", 8000);
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2);

        // When
        create(api, "coffee-2027", 4999, tomorrow.toString()).statusCode(201).body("inForce", equalTo(false));

        // Then
        awaitFollowed(api, "standard-2021");
        api.creator(id).body("tier.tier", equalTo("NANO"), "tier.scheme", equalTo("standard-2021"), "version", equalTo(0));
        api.request().get("/v1/tier-schemes").then().body("items.scheme", contains("coffee-2027", "standard-2021"),
                "items.inForce", contains(false, true));
    }

    @Test
    void whatIsSeenIsDecidedByTheSchemeInForce() {
        // Given
        Api api = Api.of("scheme-seen");
        create(api, "coffee-2026", 4999, "2026-01-01").statusCode(201);

        // When
        String id = api.add("noor", 8000);

        // Then
        api.creator(id).body("tier.tier", equalTo("MICRO"), "tier.scheme", equalTo("coffee-2026"));
        String other = Api.of("scheme-seen-elsewhere").add("noor", 8000);
        Api.of("scheme-seen-elsewhere").creator(other).body("tier.tier", equalTo("NANO"));
    }

    @Test
    void aNameIsUsedOnce() {
        // Given
        Api api = Api.of("scheme-name");
        create(api, "coffee-2026", 4999, "2026-01-01").statusCode(201);

        // When
        var again = create(api, "coffee-2026", 100, "2026-02-01");

        // Then
        again.statusCode(409).body("code", equalTo("conflict"));
        create(api, "standard-2021", 100, "2026-02-01").statusCode(409);
        Api.of("scheme-name-stranger").request().get("/v1/tier-schemes/coffee-2026").then().statusCode(404);
        create(Api.of("scheme-name-stranger"), "coffee-2026", 100, "2026-02-01").statusCode(201);
        api.request().get("/v1/tier-schemes/%00").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[] | #/bands",
            "[{\"tier\":\"NANO\",\"upTo\":5}] | #/bands/0/upTo",
            "[{\"tier\":\"NANO\"},{\"tier\":\"MICRO\"}] | #/bands/0/upTo",
            "[{\"tier\":\"MICRO\",\"upTo\":5},{\"tier\":\"NANO\"}] | #/bands/1/tier",
            "[{\"tier\":\"NANO\",\"upTo\":5},{\"tier\":\"MICRO\",\"upTo\":5},{\"tier\":\"MEGA\"}] | #/bands/1/upTo",
            "[{\"tier\":\"NANO\",\"upTo\":-5},{\"tier\":\"MICRO\"}] | #/bands/0/upTo",
            "[{\"upTo\":5},{\"tier\":\"MICRO\"}] | #/bands/0/tier",
            "[null,{\"tier\":\"MICRO\"}] | #/bands/0"})
    void bandsThatLeaveADoubtAreRefused(String bands, String pointer) {
        // Given
        Api api = Api.of("scheme-bad");

        // When
        var refused = api.request()
                .body("{\"scheme\":\"odd\",\"bands\":%s,\"validFrom\":\"2026-01-01\",\"source\":\"test\"}".formatted(bands))
                .post("/v1/tier-schemes").then();

        // Then
        refused.statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    private static ValidatableResponse create(Api api, String scheme, long nano, String validFrom) {
        return api.request().body("""
                {"scheme": "%s", "bands": [{"tier": "NANO", "upTo": %d}, {"tier": "MICRO", "upTo": 50000}, {"tier": "MACRO"}],
                 "validFrom": "%s", "source": "Media team, 2026"}""".formatted(scheme, nano, validFrom))
                .post("/v1/tier-schemes").then();
    }

    private static void awaitFollowed(Api api, String scheme) {
        await().untilAsserted(() -> api.request().get("/v1/tier-schemes/" + scheme).then()
                .body("inForce", equalTo(true), "followedSince", startsWith("20")));
    }
}
