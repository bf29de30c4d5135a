package io.groundswell.campaign.gallery.display;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.groundswell.campaign.AdjustableClock;
import io.groundswell.campaign.gallery.Brand;
import io.groundswell.campaign.gallery.Brand.Terms;
import io.groundswell.campaign.post.PostProgress;
import io.groundswell.campaign.post.PublicReads;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
class RevocationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int READERS = 4;
    private static final int POSTS = 12;

    @Inject
    WorkspaceDatabase database;
    @Inject
    PublicReads publicReads;
    @Inject
    AdjustableClock clock;
    @TestHTTPResource("/")
    URI origin;

    @AfterEach
    void setClockBack() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    @DisplayName("What is taken down is gone from the next read")
    void takenDown() {
        // Given
        Brand brand = Brand.of("rev-down", database);
        String stays = brand.shownPost("1", "Stays");
        String goes = brand.shownPost("2", "Goes");
        String path = brand.path(brand.publishedCampaign());
        readOften(path, 2);

        // When
        brand.api().request().header("If-Match", "*").post("/v1/posts/{id}/take-down", goes).then().statusCode(200);

        // Then
        Brand.read(path).body("items.id", contains(stays));
        Brand.read(path + "/rss").body("rss.channel.item.size()", equalTo(1));
    }

    @Test
    @DisplayName("What is rejected is gone from the next read")
    void rejected() {
        // Given
        Brand brand = Brand.of("rev-rejected", database);
        String post = brand.shownPost("1", "Goes");
        String path = brand.path(brand.publishedCampaign());
        readOften(path, 1);

        // When
        brand.api().request().header("If-Match", "*").body("{\"reason\": \"no\"}").post("/v1/posts/{id}/reject", post).then()
                .statusCode(200);

        // Then
        Brand.read(path).body("items", empty());
    }

    @Test
    @DisplayName("What is rejected in bulk is gone from the next read")
    void rejectedInBulk() {
        // Given
        Brand brand = Brand.of("rev-bulk", database);
        String stays = brand.shownPost("1", "Stays");
        String goes = brand.shownPost("2", "Goes");
        String path = brand.path(brand.publishedCampaign());
        readOften(path, 2);

        // When
        brand.api().request().body("{\"decision\": \"REJECTED\", \"reason\": \"no\", \"items\": [{\"id\": \"" + goes + "\"}]}")
                .post("/v1/posts/decisions").then().statusCode(200).body("items.outcome", contains("DECIDED"));

        // Then
        Brand.read(path).body("items.id", contains(stays));
    }

    @Test
    @DisplayName("What its author deleted is gone from the next read after the report")
    void deletedAtItsSource() {
        // Given
        Brand brand = Brand.of("rev-source", database);
        String post = brand.postLine("""
                {"did":"did:plc:abc","time_us":1777887000000000,"kind":"commit","commit":{"operation":"create",\
                "collection":"app.bsky.feed.post","rkey":"3k","record":{"$type":"app.bsky.feed.post","text":"Hi #tag",\
                "createdAt":"2026-05-04T09:30:00Z"}}}""");
        brand.approve(post);
        brand.grant(post, Terms.display());
        String path = brand.path(brand.publishedCampaign());
        readOften(path, 1);

        // When
        List<String> outcomes = brand.api().outcomes("""
                {"did":"did:plc:abc","time_us":1777887100000000,"kind":"commit","commit":{"operation":"delete",\
                "collection":"app.bsky.feed.post","rkey":"3k"}}""");

        // Then
        assertEquals(List.of("WITHDRAWN"), outcomes);
        Brand.read(path).body("items", empty());
    }

    @Test
    @DisplayName("A grant that is revoked takes the post from the next read")
    void revoked() {
        // Given
        Brand brand = Brand.of("rev-grant", database);
        String post = brand.post("1", "Goes");
        brand.approve(post);
        String grant = brand.grant(post, Terms.display());
        String path = brand.path(brand.publishedCampaign());
        readOften(path, 1);
        var workspace = new Workspace("rev-grant");

        // When
        publicReads.write(workspace, transaction -> transaction
                .preparedQuery("update rights_grant set state = 'REVOKED' where workspace_id = $1 and id = $2")
                .execute(Tuple.of(workspace.key(), UUID.fromString(grant)))
                .chain(() -> PostProgress.settle(transaction, workspace, List.of(UUID.fromString(post)))))
                .await().atMost(PATIENCE);

        // Then
        Brand.read(path).body("items", empty());
        brand.api().request().get("/v1/posts/{id}", post).then().body("state", equalTo("APPROVED"));
    }

    @Test
    @DisplayName("What an author edited is shown as it is now")
    void edited() {
        // Given
        Brand brand = Brand.of("rev-edited", database);
        String line = """
                {"network":"X","id":"1","publishedAt":"2026-05-04T09:30:00Z","observedAt":"%s","text":"%s #tag",\
                "author":{"handle":"mila"}}""";
        String post = brand.postLine(line.formatted("2026-05-04T10:00:00Z", "Before"));
        brand.approve(post);
        brand.grant(post, Terms.display());
        String path = brand.path(brand.publishedCampaign());
        readOften(path, 1);

        // When
        brand.postLine(line.formatted("2026-05-04T11:00:00Z", "After"));

        // Then
        Brand.read(path).body("items[0].text", equalTo("After #revedited"));
    }

    @Test
    @DisplayName("A right that ends while the answer is in memory ends in public")
    void expires() {
        // Given
        Brand brand = Brand.of("rev-expires", database);
        String stays = brand.shownPost("1", "Stays");
        String ends = brand.post("2", "Ends");
        brand.approve(ends);
        brand.grant(ends, Terms.display().until(Instant.now().plus(Duration.ofSeconds(40))));
        String path = brand.path(brand.publishedCampaign());
        readOften(path, 2);

        // When
        clock.ahead(Duration.ofSeconds(41));

        // Then
        Brand.read(path).body("items.id", contains(stays));
    }

    @Test
    @DisplayName("Figures change nothing that is shown, and so no answer")
    void figures() {
        // Given
        Brand brand = Brand.of("rev-figures", database);
        String line = """
                {"network":"X","id":"1","publishedAt":"2026-05-04T09:30:00Z","observedAt":"%s","text":"Hi #tag",\
                "author":{"handle":"mila","followers":%d},"engagement":{"likes":%d}}""";
        String post = brand.postLine(line.formatted("2026-05-04T10:00:00Z", 10, 1));
        brand.approve(post);
        brand.grant(post, Terms.display());
        long before = revision("rev-figures");

        // When
        brand.postLine(line.formatted("2026-05-04T11:00:00Z", 20, 2));

        // Then
        assertEquals(before, revision("rev-figures"));
        brand.api().request().get("/v1/posts/{id}", post).then().body("engagement.likes", equalTo(2));
    }

    private long revision(String workspace) {
        return database.read(new Workspace(workspace), "select revision::text from gallery_revision where workspace_id = $1",
                Tuple.of(workspace)).map(rows -> Long.parseLong(rows.iterator().next().getString(0))).await().atMost(PATIENCE);
    }

    @Test
    @DisplayName("Under load, no read that begins after an acknowledgement shows what was taken back")
    void underLoad() throws ExecutionException, InterruptedException {
        // Given
        Brand brand = Brand.of("rev-load", database);
        List<String> posts = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            posts.add(brand.shownPost("p" + i, "Number " + i));
        }
        String path = brand.path(brand.publishedCampaign());
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        Queue<String> violations = new ConcurrentLinkedQueue<>();
        LongAdder reads = new LongAdder();
        AtomicBoolean done = new AtomicBoolean();
        List<Future<?>> reading = new ArrayList<>();

        // When
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            for (int i = 0; i < READERS; i++) {
                reading.add(readers.submit(() -> {
                    try (HttpClient http = HttpClient.newHttpClient()) {
                        HttpRequest request = HttpRequest.newBuilder(origin.resolve(path)).build();
                        while (!done.get()) {
                            long begun = System.nanoTime();
                            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                            acknowledged.forEach((post, at) -> {
                                if (at < begun && answer.body().contains(post)) {
                                    violations.add(post);
                                }
                            });
                            reads.increment();
                        }
                    }
                    return null;
                }));
            }
            for (String post : posts) {
                brand.api().request().header("If-Match", "*").post("/v1/posts/{id}/take-down", post).then().statusCode(200);
                acknowledged.put(post, System.nanoTime());
            }
            done.set(true);
            for (Future<?> reader : reading) {
                reader.get();
            }
        }

        // Then
        assertEquals(List.of(), List.copyOf(violations));
        assertTrue(reads.sum() > POSTS, "only " + reads.sum() + " reads");
        Brand.read(path).body("items", empty());
    }

    private static void readOften(String path, int items) {
        for (int i = 0; i < 5; i++) {
            Brand.read(path).statusCode(200).body("items", hasSize(items));
        }
    }
}
