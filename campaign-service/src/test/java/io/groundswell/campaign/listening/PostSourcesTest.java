package io.groundswell.campaign.listening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.campaign.campaign.Network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

class PostSourcesTest {
    private static final Instant SEEN_AT = Instant.parse("2026-05-05T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aMastodonStatusIsReadAsText() {
        // Given
        String status = """
                {"id":"77","uri":"https://quay.example/users/lio/statuses/77","url":"https://quay.example/@lio/77","created_at":"2026-05-04T09:30:00.000Z",
                 "visibility":"public","language":"pt","content":"<p>Bom dia &amp; <a href=\\"https://quay.example/tags/x\\">#<span>Torra</span></a><br>sim</p><p>fim</p>",
                 "replies_count":2,"reblogs_count":3,"favourites_count":41,"reblog":null,
                 "account":{"id":"5","username":"lio","acct":"lio","display_name":"Lio","note":"<p>caf\u00e9</p>","url":"https://quay.example/@lio","followers_count":830,"following_count":100,"statuses_count":12,
                  "created_at":"2024-02-01T00:00:00.000Z","avatar":"https://quay.example/avatars/original/missing.png",
                  "fields":[{"name":"Shop","value":"https://not-checked.example","verified_at":null},
                            {"name":"Site","value":"<a href=\\"https://lio.example\\"><span class=\\"invisible\\">https://</span>lio.example</a>","verified_at":"2024-03-01T00:00:00.000Z"}]},
                 "tags":[{"name":"torra"},{"name":"hidden"}],"mentions":[{"username":"harbourcoffee","acct":"harbourcoffee@brew.example"}],
                 "media_attachments":[{"type":"gifv","url":"https://quay.example/m.mp4"}]}""";

        // When
        NetworkPost post = onlyPost(status);

        // Then
        assertEquals("Bom dia & #Torra\nsim\nfim", post.text());
        assertEquals("https://quay.example/users/lio/statuses/77", post.networkPostId());
        assertEquals("lio@quay.example", post.author().handle());
        assertEquals("café", post.author().bio());
        assertEquals(false, post.author().hasPicture());
        assertEquals(Instant.parse("2024-02-01T00:00:00Z"), post.author().joinedAt());
        assertEquals("https://lio.example", post.author().website());
        assertEquals(Set.of("torra", "hidden"), post.terms().hashtags());
        assertEquals(Set.of("harbourcoffee", "harbourcoffee@brew.example"), post.terms().mentions());
        assertEquals(new Engagement(41L, 2L, 3L, null, null, null, null), post.engagement());
        assertEquals(List.of(new Media(Media.Type.VIDEO, "https://quay.example/m.mp4")), post.media());
    }

    @Test
    void aPageOfXHoldsPostsAndTheirAuthors() {
        // Given
        String page = """
                {"data":[{"id":"10","text":"a &lt;3 #Roast","created_at":"2026-05-04T09:30:00.000Z","author_id":"7",
                  "public_metrics":{"retweet_count":2,"reply_count":1,"like_count":30,"quote_count":4,"impression_count":900}},
                 {"id":"11","text":"b","created_at":"not a time","author_id":"8"}],
                 "includes":{"users":[{"id":"7","username":"tomek","name":"Tomek","description":"","created_at":"never","profile_image_url":"https://pbs.example/profile_images/7/face_normal.jpg","entities":{"url":{"urls":[{"url":"https://t.example/1","expanded_url":"https://tomek.example"}]}},"public_metrics":{"followers_count":512}}]},"meta":{"result_count":2}}""";

        // When
        List<SourceItem> items = read(page);

        // Then
        NetworkPost post = assertInstanceOf(SourceItem.Published.class, items.get(0)).post();
        assertEquals("a <3 #Roast", post.text());
        assertEquals("tomek", post.author().handle());
        assertEquals(512L, post.author().followers());
        assertEquals("", post.author().bio());
        assertEquals(true, post.author().hasPicture());
        assertNull(post.author().joinedAt());
        assertEquals("https://tomek.example", post.author().website());
        assertEquals(new Engagement(30L, 1L, 6L, null, null, 900L, null), post.engagement());
        assertEquals(new SourceItem.Rejected("#/data/1/created_at", "invalid-time",
                "Must be an RFC 3339 time, such as 2026-05-04T09:30:00Z."), items.get(1));
    }

    @Test
    void whoeverSendsPlainFieldsTellsWhatTheProfileShows() {
        // Given
        String post = """
                {"network":"TIKTOK","id":"1","publishedAt":"2026-05-04T09:30:00Z","text":"x",
                 "author":{"handle":"a","hasPicture":true,"joinedAt":"2023-04-01T12:00:00+02:00","website":"a.example"}}""";

        // When
        Author author = onlyPost(post).author();

        // Then
        assertEquals(true, author.hasPicture());
        assertEquals(Instant.parse("2023-04-01T10:00:00Z"), author.joinedAt());
        assertEquals("a.example", author.website());
    }

    @Test
    void aBlueskyPostTellsItsTagsByFacetsToo() {
        // Given
        String event = """
                {"did":"did:plc:tide","time_us":1777887000000000,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"3k",
                 "record":{"createdAt":"2026-05-04T09:30:00Z","text":"é @cafe.example hi","langs":["fr"],
                  "facets":[{"index":{"byteStart":3,"byteEnd":16},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:x"}]},
                            {"index":{"byteStart":0,"byteEnd":1},"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"Roast"}]}]}}}""";

        // When
        NetworkPost post = onlyPost(event);

        // Then
        assertEquals("at://did:plc:tide/app.bsky.feed.post/3k", post.networkPostId());
        assertEquals(Network.BLUESKY, post.network());
        assertEquals(Set.of("roast"), post.terms().hashtags());
        assertEquals(Set.of("cafe.example"), post.terms().mentions());
        assertNull(post.author().handle());
        assertEquals(Instant.parse("2026-05-04T09:30:00Z"), post.observedAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"did\":\"d\",\"kind\":\"identity\",\"identity\":{}}",
            "{\"did\":\"d\",\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"collection\":\"app.bsky.feed.like\",\"rkey\":\"1\"}}",
            "{\"account\":{\"acct\":\"a\"},\"content\":\"\",\"reblog\":{\"id\":\"1\"}}",
            "{\"account\":{\"acct\":\"a\"},\"content\":\"\",\"visibility\":\"direct\"}",
            "{\"meta\":{\"result_count\":0}}"})
    void whatIsOfNoConcernIsIgnored(String payload) {
        // Given the payload

        // When
        List<SourceItem> items = read(payload);

        // Then
        assertInstanceOf(SourceItem.Ignored.class, items.getFirst());
    }

    @Test
    void hiddenLikesLeaveTheRateOpen() {
        // Given
        NetworkPost post = onlyPost(
                """
                        {"network":"instagram","id":"1","publishedAt":"2026-05-04T09:30:00Z","text":"x","author":{"handle":"a","followers":100},
                         "engagement":{"likes":null,"comments":5}}""");

        // When
        EngagementRate rate = EngagementRate.of(post);

        // Then
        assertEquals(new EngagementRate(EngagementRate.Method.BY_FOLLOWERS, null), rate);
    }

    @Test
    void impressionsComeBeforeFollowersOnX() {
        // Given
        NetworkPost post = onlyPost("""
                {"network":"X","id":"1","publishedAt":"2026-05-04T09:30:00Z","text":"x","author":{"handle":"a","followers":100},
                 "engagement":{"likes":5,"comments":3,"shares":2,"impressions":1000}}""");

        // When
        EngagementRate rate = EngagementRate.of(post);

        // Then
        assertEquals(new EngagementRate(EngagementRate.Method.BY_IMPRESSIONS, 0.01), rate);
    }

    private static NetworkPost onlyPost(String json) {
        return assertInstanceOf(SourceItem.Published.class, read(json).getFirst()).post();
    }

    private static List<SourceItem> read(String json) {
        try {
            return PostSources.read(JSON.readTree(json), SEEN_AT);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
