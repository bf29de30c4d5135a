package io.groundswell.suite.demo.expectation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Lines of post files")
class PostFileTest {

    @Test
    @DisplayName("a Mastodon status gives plain text, tags, local names of mentions and a rate by followers")
    void mastodon() {
        // Given
        String status = """
                {"id":"1","created_at":"2026-05-01T08:00:00.000Z","content":"<p>it&#39;s <a href=\\"https://q.example/tags/no\\">#<span>Tea</span></a><br />R&amp;D</p>",\
                "favourites_count":6,"replies_count":3,"reblogs_count":1,"account":{"id":"9","username":"jo","followers_count":100},\
                "tags":[{"name":"tea"}],"mentions":[{"username":"teahouse","acct":"teahouse@q.example"}]}""";

        // When
        Line.Post post = assertInstanceOf(Line.Post.class, PostFile.parse(status).getFirst());

        // Then
        assertEquals("it's #Tea\nR&D\n", post.text());
        assertEquals(List.of("tea"), post.hashtags());
        assertEquals(List.of("teahouse"), post.mentions());
        assertEquals(Optional.of(new BigDecimal("0.1")), EngagementRate.of(post));
    }

    @Test
    @DisplayName("an X page gives a post per entry, by impressions where there are some, else by followers")
    void xPage() {
        // Given
        String page = """
                {"data":[{"id":"1","text":"a &amp; b","created_at":"2026-05-01T08:00:00.000Z","author_id":"9",\
                "public_metrics":{"retweet_count":1,"quote_count":1,"reply_count":2,"like_count":6,"impression_count":1000}},\
                {"id":"2","text":"c","created_at":"2026-05-01T09:00:00.000Z","author_id":"9",\
                "public_metrics":{"retweet_count":1,"quote_count":1,"reply_count":2,"like_count":6}}],\
                "includes":{"users":[{"id":"9","username":"jo","public_metrics":{"followers_count":100}}]}}""";

        // When
        List<Line> posts = PostFile.parse(page);

        // Then
        assertEquals("a & b", ((Line.Post) posts.getFirst()).text());
        assertEquals(List.of(new BigDecimal("0.01"), new BigDecimal("0.1")),
                posts.stream().map(post -> EngagementRate.of((Line.Post) post).orElseThrow()).toList());
    }

    @Test
    @DisplayName("Instagram counts no shares, TikTok goes by views")
    void rateByNetwork() {
        // Given
        String rest = """
                "id":"1","publishedAt":"2026-05-01T08:00:00Z","text":"","author":{"handle":"jo","followers":100},\
                "engagement":{"likes":6,"comments":4,"shares":10,"views":200}}""";
        List<Line> posts = Stream.of("INSTAGRAM", "TIKTOK", "OTHER")
                .flatMap(network -> PostFile.parse("{\"network\":\"" + network + "\"," + rest).stream()).toList();

        // When
        List<Optional<BigDecimal>> rates = posts.stream().map(post -> EngagementRate.of((Line.Post) post)).toList();

        // Then
        assertEquals(List.of(Optional.of(new BigDecimal("0.1")), Optional.of(new BigDecimal("0.1")),
                Optional.of(new BigDecimal("0.2"))), rates);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"network\":\"X\",", "no JSON", "[1]", "{\"hello\":\"world\"}",
            "{\"network\":\"PIXELPOND\",\"id\":\"1\"}",
            "{\"network\":\"X\",\"id\":\"1\",\"publishedAt\":\"soon\",\"text\":\"\",\"author\":{\"handle\":\"jo\"}}",
            "{\"network\":\"X\",\"id\":\"1\",\"publishedAt\":\"2026-05-01T00:00:00Z\",\"text\":\"\",\"author\":{\"handle\":\"jo\",\"followers\":\"many\"}}"})
    @DisplayName("what is no post is unreadable, not fatal")
    void unreadable(String line) {
        // Given
        String given = line;

        // When
        List<Line> lines = PostFile.parse(given);

        // Then
        assertEquals(List.of(new Line.Unreadable()), lines);
    }
}
