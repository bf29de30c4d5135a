package io.groundswell.gateway.view;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.groundswell.gateway.StubServices;
import io.groundswell.gateway.upstream.Upstream;
import io.groundswell.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class CampaignViewTest {
    private static final String ALL = "campaigns:read creators:read advocacy:read";
    private final UUID campaign = UUID.randomUUID();

    @Test
    void eachPartComesFreshFromItsService() {
        // Given
        allAnswer();

        // When
        ValidatableResponse view = view("view-fresh", ALL);

        // Then
        view.statusCode(200).body("id", equalTo(campaign.toString()), "parts.campaign.status", equalTo("fresh"),
                "parts.kpis.data.service", equalTo("campaign"), "parts.topCreators.data.service", equalTo("creator"),
                "parts.newestPosts.status", equalTo("fresh"), "parts.employeeShares.data.service", equalTo("advocacy"));
    }

    @Test
    void aServiceThatIsDownShowsWhatItSaidLast() {
        // Given
        allAnswer();
        view("view-stale", ALL);
        StubServices.cut(Upstream.ADVOCACY);

        // When
        ValidatableResponse view = view("view-stale", ALL);

        // Then
        view.statusCode(200).body("parts.employeeShares.status", equalTo("stale"), "parts.employeeShares.problem.code",
                equalTo("service-unavailable"),
                "parts.employeeShares.data.service", equalTo("advocacy"), "parts.campaign.status", equalTo("fresh"));
    }

    @Test
    void whatOneWorkspaceWasToldIsNotShownToAnother() {
        // Given
        allAnswer();
        view("view-mine", ALL);
        StubServices.cut(Upstream.ADVOCACY);

        // When
        ValidatableResponse view = view("view-stranger", ALL);

        // Then
        view.statusCode(200).body("parts.employeeShares.status", equalTo("unavailable"), "parts.employeeShares",
                not(hasKey("data")));
    }

    @Test
    void whatWasRememberedNeedsItsScope() {
        // Given
        allAnswer();
        view("view-scope", ALL);
        StubServices.cut(Upstream.ADVOCACY);

        // When
        ValidatableResponse view = view("view-scope", "campaigns:read");

        // Then
        view.statusCode(200).body("parts.employeeShares.status", equalTo("unavailable"),
                "parts.employeeShares.problem.code", equalTo("forbidden"), "parts.topCreators.problem.code",
                equalTo("forbidden"));
    }

    @Test
    void aServiceThatNeverAnswersCostsItsPartOnly() {
        // Given
        allAnswer();
        StubServices.behave(Upstream.CREATOR, request -> {
            // Holds the request for ever.
        });

        // When
        ValidatableResponse view = view("view-slow", ALL);

        // Then
        view.statusCode(200).body("parts.topCreators.status", equalTo("unavailable"), "parts.campaign.status",
                equalTo("fresh"));
    }

    @Test
    void aServiceThatTalksNonsenseCostsItsPartOnly() {
        // Given
        allAnswer();
        StubServices.answer(Upstream.CREATOR, "{broken");

        // When
        ValidatableResponse view = view("view-nonsense", ALL);

        // Then
        view.statusCode(200).body("parts.topCreators.status", equalTo("unavailable"));
    }

    @Test
    void anUnknownCampaignIsNotFound() {
        // Given
        allAnswer();
        StubServices.behave(Upstream.CAMPAIGN, request -> request.response().setStatusCode(404).end());

        // When
        ValidatableResponse view = view("view-unknown", ALL);

        // Then
        view.statusCode(404).contentType("application/problem+json").body("code", equalTo("not-found"));
    }

    @Test
    void allServicesDownIsStillAnAnswer() {
        // Given
        for (Upstream upstream : Upstream.values()) {
            StubServices.cut(upstream);
        }

        // When
        ValidatableResponse view = view("view-dark", ALL);

        // Then
        view.statusCode(200).body("parts.campaign.status", equalTo("unavailable"));
    }

    @Test
    void partsCanBeChosen() {
        // Given
        allAnswer();

        // When
        ValidatableResponse view = given().auth().oauth2(TestTokens.token("view-embed", ALL)).queryParam("embed", "kpis")
                .get("/v1/campaign-views/{id}", campaign).then();

        // Then
        view.statusCode(200).body("parts.kpis.status", equalTo("fresh"), "parts", not(hasKey("campaign")));
    }

    @Test
    void anUnknownPartIsNamed() {
        // Given
        allAnswer();

        // When
        ValidatableResponse view = given().auth().oauth2(TestTokens.token("view-embed", ALL))
                .queryParam("embed", "kpis,weather")
                .get("/v1/campaign-views/{id}", campaign).then();

        // Then
        view.statusCode(400).body("errors[0].pointer", equalTo("?embed"));
    }

    @Test
    void aViewNeedsAToken() {
        // Given
        allAnswer();

        // When
        ValidatableResponse view = given().get("/v1/campaign-views/{id}", campaign).then();

        // Then
        view.statusCode(401).contentType("application/problem+json");
    }

    private static void allAnswer() {
        StubServices.answer(Upstream.CAMPAIGN, "{\"service\":\"campaign\"}");
        StubServices.answer(Upstream.CREATOR, "{\"service\":\"creator\"}");
        StubServices.answer(Upstream.ADVOCACY, "{\"service\":\"advocacy\"}");
    }

    private ValidatableResponse view(String workspace, String scopes) {
        return given().auth().oauth2(TestTokens.token(workspace, scopes)).get("/v1/campaign-views/{id}", campaign).then();
    }
}
