package io.groundswell.gateway.view;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.groundswell.gateway.StubServices;
import io.groundswell.gateway.upstream.Upstream;
import io.groundswell.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BrokenServiceTest {
    private static final int VIEWS = 30;
    private final String token = TestTokens.token("broken-" + UUID.randomUUID(), "campaigns:read creators:read");

    @Test
    void aServiceThatKeepsFailingIsLeftAloneUntilItIsBack() {
        // Given
        var asked = new AtomicInteger();
        StubServices.behave(Upstream.CREATOR, request -> {
            asked.incrementAndGet();
            request.response().setStatusCode(500).end();
        });

        // When
        for (int i = 0; i < VIEWS; i++) {
            assertEquals("unavailable", statusOfTopCreators());
        }
        int askedWhileBroken = asked.get();
        StubServices.answer(Upstream.CREATOR, "{\"items\":[]}");
        String status = statusOfTopCreators();
        for (int tries = 0; !status.equals("fresh") && tries < 10_000; tries++) {
            status = statusOfTopCreators();
        }

        // Then
        assertTrue(askedWhileBroken < VIEWS, () -> "asked " + askedWhileBroken + " times in " + VIEWS + " views");
        assertEquals("fresh", status);
    }

    private String statusOfTopCreators() {
        return given().auth().oauth2(token).queryParam("embed", "topCreators").get("/v1/campaign-views/{id}", UUID.randomUUID())
                .then().statusCode(200).extract().path("parts.topCreators.status");
    }
}
