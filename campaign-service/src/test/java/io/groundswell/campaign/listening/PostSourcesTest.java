package io.groundswell.campaign.listening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void anAlbumOnInstagramHasItsPartsAndNoHiddenLikes() {
        // Given
        String page = """
                {"data":[{"id":"1801","caption":"Pour over #Roast with @harbourcoffee","media_type":"CAROUSEL_ALBUM","media_url":"https://img.example/1.jpg",
                  "permalink":"https://www.instagram.com/p/abc/","timestamp":"2026-05-04T09:30:00+0000","username":"mila.pours","owner":{"id":"55"},"comments_count":4,
                  "children":{"data":[{"id":"1802","media_type":"IMAGE","media_url":"https://img.example/1.jpg"},{"id":"1803","media_type":"VIDEO","media_url":"https://img.example/2.mp4"}]}}],
                 "paging":{"cursors":{"after":"x"}}}""";

        // When
        NetworkPost post = onlyPost(page);

        // Then
        assertEquals(Network.INSTAGRAM + " 1801", post.network() + " " + post.networkPostId());
        assertEquals("55 mila.pours", post.author().id() + " " + post.author().handle());
        assertEquals(Instant.parse("2026-05-04T09:30:00Z"), post.publishedAt());
        assertEquals(new Engagement(null, 4L, null, null, null, null, null), post.engagement());
        assertEquals(Set.of("roast"), post.terms().hashtags());
        assertEquals(Set.of("harbourcoffee"), post.terms().mentions());
        assertEquals(List.of(new Media(Media.Type.IMAGE, "https://img.example/1.jpg"),
                new Media(Media.Type.VIDEO, "https://img.example/2.mp4")), post.media());
    }

    @Test
    void aYouTubeVideoIsItsTitleAndDescription() {
        // Given
        String page = """
                {"kind":"youtube#videoListResponse","items":[{"kind":"youtube#video","id":"dQw4","snippet":{"publishedAt":"2026-05-04T09:30:00Z","channelId":"UC7","channelTitle":"Noor brews",
                  "title":"Espresso at home #Roast","description":"Beans: https://shop.example","tags":["not a hashtag"],"defaultAudioLanguage":"en-GB"},
                 "statistics":{"viewCount":"12300","likeCount":"410"}}]}""";

        // When
        NetworkPost post = onlyPost(page);

        // Then
        assertEquals("Espresso at home #Roast\nBeans: https://shop.example", post.text());
        assertEquals("UC7", post.author().id());
        assertEquals("en-GB", post.language());
        assertEquals("https://www.youtube.com/watch?v=dQw4", post.permalink());
        assertEquals(Set.of("roast"), post.terms().hashtags());
        assertEquals(new Engagement(410L, null, null, null, 12_300L, null, null), post.engagement());
    }

    @Test
    void aTikTokVideoNamesItsHashtagsBesideTheText() {
        // Given
        String page = """
                {"data":{"videos":[{"id":7213456789012345678,"video_description":"latte art #roast","create_time":1777887000,"region_code":"NL","username":"noor_brews","like_count":1245,"comment_count":87,
                  "share_count":312,"favorites_count":20,"view_count":54320,"hashtag_names":["roast","coffeetok"]},
                 {"id":"8","title":"mine","create_time":1777887000,"share_url":"https://www.tiktok.com/@zoe.k/video/8?utm=1"}],"has_more":false},"error":{"code":"ok"}}""";

        // When
        List<SourceItem> items = read(page);

        // Then
        NetworkPost post = assertInstanceOf(SourceItem.Published.class, items.get(0)).post();
        assertEquals("7213456789012345678", post.networkPostId());
        assertEquals("noor_brews NL", post.author().handle() + " " + post.author().country());
        assertEquals(Instant.ofEpochSecond(1_777_887_000L), post.publishedAt());
        assertEquals(Set.of("roast", "coffeetok"), post.terms().hashtags());
        assertEquals(new Engagement(1245L, 87L, 312L, 20L, 54_320L, null, null), post.engagement());
        assertEquals("zoe.k", assertInstanceOf(SourceItem.Published.class, items.get(1)).post().author().handle());
    }

    /** What a network does not tell is said, not guessed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'id':'1','media_type':'IMAGE','caption':'#roast','timestamp':'2026-05-04T09:30:00+0000','permalink':'https://i.example/p/1'} | #/username | unknown-author",
            "{'data':{'videos':[{'id':'1','create_time':1777887000}]}} | #/data/videos/0/username | unknown-author",
            "{'data':{'videos':[{'id':'1','username':'a','create_time':'now'}]}} | #/data/videos/0/create_time | wrong-type",
            "{'kind':'youtube#searchListResponse','items':[]} | #/kind | incomplete",
            "{'kind':'youtube#video','id':'1','snippet':{'title':'t','channelId':'c','publishedAt':'2026-05-04T09:30:00Z'},'statistics':{'likeCount':'many'}} | #/statistics/likeCount | wrong-type",
            "{'shape':'none'} | # | unknown-shape"})
    void whatANetworkDoesNotTellIsSaid(String payload, String pointer, String code) {
        // When
        List<SourceItem> items = read(payload.replace('\'', '"'));

        // Then
        var rejected = assertInstanceOf(SourceItem.Rejected.class, items.getFirst());
        assertEquals(pointer + " " + code, rejected.pointer() + " " + rejected.code());
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
