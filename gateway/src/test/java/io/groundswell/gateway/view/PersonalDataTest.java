package io.groundswell.gateway.view;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.groundswell.gateway.StubServices;
import io.groundswell.gateway.upstream.Upstream;
import io.groundswell.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class PersonalDataTest {
    private final UUID creator = UUID.randomUUID();

    @Test
    void everythingThatAllServicesKeepComesInOneDocument() {
        // Given
        allAnswer();

        // When
        ValidatableResponse export = export("admin");

        // Then
        export.statusCode(200).body("creatorId", equalTo(creator.toString()), "creator.creator.displayName", equalTo("Mila"),
                "posts", hasSize(1), "posts[0].text", equalTo("First cup"), "employee.employee.name", equalTo("Ada"));
    }

    @Test
    void whoIsNoEmployeeHasNoPostsAndIsShownAlone() {
        // Given
        StubServices.answer(Upstream.CREATOR, "{\"creator\":{\"displayName\":\"Mila\"},\"kept\":{\"posts\":[]}}");
        StubServices.cut(Upstream.CAMPAIGN);
        StubServices.cut(Upstream.ADVOCACY);

        // When
        ValidatableResponse export = export("admin");

        // Then
        export.statusCode(200).body("posts", hasSize(0), "employee", nullValue());
    }

    @Test
    void whenAServiceIsAwayNothingIsShownAndItIsNamed() {
        // Given
        allAnswer();
        StubServices.cut(Upstream.CAMPAIGN);

        // When
        ValidatableResponse export = export("admin");

        // Then
        export.statusCode(503).body("detail", containsString("campaign-service"), "creator", nullValue());
        allAnswer();
        StubServices.behave(Upstream.ADVOCACY, request -> request.response().setStatusCode(500).end());
        export("admin").statusCode(502).body("detail", containsString("advocacy-service"));
    }

    @Test
    void nobodyElsesCreatorAndNobodyWithoutTheRight() {
        // Given
        StubServices.behave(Upstream.CREATOR, request -> request.response().setStatusCode(404).end());

        // When
        ValidatableResponse export = export("admin");

        // Then
        export.statusCode(404);
        export("creators:read campaigns:read advocacy:read").statusCode(403);
    }

    private void allAnswer() {
        StubServices.answer(Upstream.CREATOR, """
                {"creator":{"displayName":"Mila","employeeId":"%s"},"kept":{"posts":[{"postId":"%s"}]}}"""
                .formatted(UUID.randomUUID(), UUID.randomUUID()));
        StubServices.answer(Upstream.CAMPAIGN, "{\"items\":[{\"text\":\"First cup\"}]}");
        StubServices.answer(Upstream.ADVOCACY, "{\"employee\":{\"name\":\"Ada\"}}");
    }

    private ValidatableResponse export(String scopes) {
        return given().auth().oauth2(TestTokens.token("export", scopes)).get("/v1/creator-views/{id}/personal-data", creator)
                .then();
    }
}
