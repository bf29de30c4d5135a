package io.groundswell.campaign.listening;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.NeutralPost;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@DisplayName("A post that repeats another's text")
class NearDuplicatesTest {
    private static final String TEXT = "The light over the harbour was worth getting up for, and so was the second cup #roast";
    private static final String CHANGED = "The light over the harbour was worth getting up for, and so was the third cup #roast";

    @Test
    @DisplayName("refers to the first of them, whoever sent it, however many copies there are")
    void refersToTheFirst() {
        // Given
        Api api = Api.of("copies");
        api.live("#roast");
        String first = postId(api, NeutralPost.of("1", TEXT));
        postId(api, NeutralPost.of("2", TEXT).by("copy.cat", 10));

        // When
        String third = postId(api, NeutralPost.of("3", CHANGED).by("copy.fox", 10));

        // Then
        assertEquals(List.of(first, "SIMILAR"), duplicate(api, third));
    }

    @Test
    @DisplayName("is found within one body")
    void withinABody() {
        // Given
        Api api = Api.of("copies-body");
        api.live("#roast");

        // When
        var report = api.ingest(NeutralPost.of("1", TEXT).line(), NeutralPost.of("2", TEXT).line());

        // Then
        assertEquals(List.of(report.get(0).getString("postId"), "SAME_TEXT"),
                duplicate(api, report.get(1).getString("postId")));
    }

    @Test
    @DisplayName("is no copy of itself when it is seen again")
    void notOfItself() {
        // Given
        Api api = Api.of("copies-itself");
        api.live("#roast");
        NeutralPost post = NeutralPost.of("1", TEXT);
        String id = postId(api, post.seen("2026-05-04T12:00:00Z", 10));

        // When
        api.ingest(post.seen("2026-05-04T13:00:00Z", 20).line());

        // Then
        assertNull(duplicate(api, id));
    }

    @Test
    @DisplayName("is a first one itself when the post it repeats is gone")
    void afterWithdrawal() {
        // Given
        Api api = Api.of("copies-gone");
        api.live("#roast");
        String gone = postId(api, NeutralPost.of("1", TEXT));
        api.request().header("If-Match", "*").post("/v1/posts/{id}/take-down", gone).then().statusCode(200);

        // When
        String next = postId(api, NeutralPost.of("2", TEXT));

        // Then
        assertNull(duplicate(api, next));
        assertEquals(List.of(next, "SAME_TEXT"), duplicate(api, postId(api, NeutralPost.of("3", TEXT))));
    }

    @Test
    @DisplayName("is told in a preview, and not across workspaces")
    void inAPreview() {
        // Given
        Api api = Api.of("copies-preview");
        api.live("#roast");
        String first = postId(api, NeutralPost.of("1", TEXT));
        Api stranger = Api.of("copies-stranger");
        String post = NeutralPost.of("2", CHANGED).line();

        // When
        var preview = api.request().body(post).post("/v1/posts/preview").then().statusCode(200);

        // Then
        preview.body("post.labels.find { it.kind == 'NEAR_DUPLICATE' }.evidence[0].text", equalTo(first));
        stranger.request().body(post).post("/v1/posts/preview").then().statusCode(200)
                .body("post.labels.find { it.kind == 'NEAR_DUPLICATE' }", nullValue());
    }

    private static String postId(Api api, NeutralPost post) {
        return api.ingest(post.line()).getFirst().getString("postId");
    }

    /** Returns which post the label names and what it says; null without a label. */
    private static @Nullable List<String> duplicate(Api api, String postId) {
        var post = api.request().get("/v1/posts/{id}", postId).then().statusCode(200).extract().jsonPath();
        String label = "labels.find { it.kind == 'NEAR_DUPLICATE' }";
        return post.get(label) == null
                ? null
                : List.of(post.getString(label + ".evidence[0].text"), post.getString(label + ".value"));
    }
}
