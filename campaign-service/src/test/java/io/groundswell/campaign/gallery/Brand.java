package io.groundswell.campaign.gallery;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.Api;
import io.groundswell.campaign.NeutralPost;
import io.groundswell.campaign.post.PostProgress;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;

/** A workspace with a live campaign, whose posts can be approved, granted and shown. */
public final class Brand {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String GRANT = """
            insert into rights_grant (workspace_id, id, post_id, state, actions, channels, territories, starts_at, ends_at)
            values ($1, $2, $3, 'ACTIVE', $4, $5, $6, $7, $8)""";

    private final Api api;
    private final Workspace workspace;
    private final WorkspaceDatabase database;
    private final String campaign;
    private final String hashtag;

    private Brand(String workspace, WorkspaceDatabase database) {
        this.api = Api.of(workspace);
        this.workspace = new Workspace(workspace);
        this.database = database;
        this.hashtag = "#" + workspace.replace("-", "");
        this.campaign = api.live(hashtag);
    }

    /** Returns a brand in a workspace of its own. */
    public static Brand of(String workspace, WorkspaceDatabase database) {
        return new Brand(workspace, database);
    }

    /** What an author permitted. */
    public record Terms(List<String> actions, List<String> channels, List<String> territories, Instant startsAt,
            @Nullable Instant endsAt) {
        /** Everything on websites, everywhere and for ever. */
        public static Terms display() {
            return new Terms(List.of("DISPLAY"), List.of("WEBSITE"), List.of(), Instant.now().minusSeconds(60), null);
        }

        /** Only on these channels. */
        public Terms on(String... others) {
            return new Terms(actions, List.of(others), territories, startsAt, endsAt);
        }

        /** Only in these countries. */
        public Terms in(String... countries) {
            return new Terms(actions, channels, List.of(countries), startsAt, endsAt);
        }

        /** Until a time. */
        public Terms until(Instant time) {
            return new Terms(actions, channels, territories, startsAt, time);
        }
    }

    public Api api() {
        return api;
    }

    public String campaign() {
        return campaign;
    }

    /** Ingests a post that waits for a decision; returns its id. */
    public String post(String id, String text) {
        return api.ingest(NeutralPost.of(id, text + " " + hashtag).line()).getFirst().getString("postId");
    }

    /** Ingests a line as it is; {@code #tag} stands for the campaign's hashtag. */
    public String postLine(String line) {
        return api.ingest(line.replace("#tag", hashtag)).getFirst().getString("postId");
    }

    /** Ingests, approves and has granted; returns the post's id. */
    public String shownPost(String id, String text) {
        String post = post(id, text);
        approve(post);
        grant(post, Terms.display());
        return post;
    }

    public void approve(String post) {
        api.request().header("If-Match", "*").post("/v1/posts/{id}/approve", post).then().statusCode(200);
    }

    /** Stores a grant as the author's consent does; returns its id. */
    public String grant(String post, Terms terms) {
        UUID id = UUID.randomUUID();
        database.write(workspace, transaction -> transaction.preparedQuery(GRANT)
                .execute(Tuple.tuple().addString(workspace.key()).addUUID(id).addUUID(UUID.fromString(post))
                        .addArrayOfString(terms.actions().toArray(String[]::new))
                        .addArrayOfString(terms.channels().toArray(String[]::new))
                        .addArrayOfString(terms.territories().toArray(String[]::new))
                        .addOffsetDateTime(utc(terms.startsAt())).addOffsetDateTime(utc(terms.endsAt())))
                .chain(() -> PostProgress.settle(transaction, workspace, List.of(UUID.fromString(post)))))
                .await().atMost(PATIENCE);
        return id.toString();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** Creates a collection from its members but name and title; returns its id. */
    public String collection(String members) {
        return api.request().body("{\"name\": \"n\", \"title\": \"Spring in your cup\"" + members + "}").post("/v1/collections")
                .then().statusCode(201).extract().path("id");
    }

    /** Creates and publishes a collection of the campaign; returns its id. */
    public String publishedCampaign() {
        String collection = collection(", \"campaignId\": \"" + campaign + "\"");
        publish(collection);
        return collection;
    }

    public void publish(String collection) {
        api.request().header("If-Match", "*").post("/v1/collections/{id}/publish", collection).then().statusCode(200);
    }

    public void add(String collection, String... posts) {
        api.request().body("{\"postIds\": [\"" + String.join("\",\"", posts) + "\"]}")
                .post("/v1/collections/{id}/items", collection).then().statusCode(200);
    }

    /** Returns the path under which the public reads a collection. */
    public String path(String collection) {
        return "/v1/public/collections/"
                + api.request().get("/v1/collections/{id}", collection).then().statusCode(200).extract()
                        .path("publicId");
    }

    /** Reads like anybody. */
    public static ValidatableResponse read(String path) {
        return given().urlEncodingEnabled(false).get(path).then();
    }
}
