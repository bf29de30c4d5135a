package io.groundswell.campaign.rights.claim;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.campaign.NeutralPost;
import io.groundswell.campaign.rights.Rights;
import io.groundswell.campaign.rights.link.ClaimLinks;
import io.groundswell.campaign.rights.request.RequestLocale;
import io.groundswell.kit.testing.PostgresTestResource;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class ClaimPageTest {
    @Inject
    ClaimLinks links;

    @ParameterizedTest
    @EnumSource
    @DisplayName("The page is whole in every language: its language, one heading, named sections, two buttons, no script, nothing loaded")
    void accessible(RequestLocale locale) {
        // Given
        Rights rights = Rights.of("claim-lang-" + locale.tag().toLowerCase(Locale.ROOT));
        String path = claim(rights, rights.approved("1", "mila.pours"));

        // When
        Response response = given().header("Accept-Language", locale.tag() + ",en;q=0.1").get(path);

        // Then
        Document page = page(response, 200);
        assertEquals(locale.tag(), page.expectFirst("html").attr("lang"));
        assertEquals(locale.tag(), response.header("Content-Language"));
        assertEquals(1, page.select("h1").size());
        assertEquals(page.title(), page.expectFirst("h1").text());
        page.select("section").forEach(section -> assertNotNull(page.getElementById(section.attr("aria-labelledby"))));
        assertEquals(List.of("grant", "decline"),
                page.select("form[method=post] button[type=submit][name=decision]").eachAttr("value"));
        page.select("button, a").forEach(named -> assertFalse(named.text().isBlank()));
        assertEquals(7, page.select("nav[aria-label] a[hreflang][lang]").size());
        assertEquals(1, page.select("main").size());
        assertEquals(1, page.select("meta[name=viewport]").size());
        assertEquals("", page.select("script, img, link, iframe, video, object, [onclick], [style], [src]").outerHtml());
        assertTrue(page.text().contains("@mila.pours") && page.text().contains("@harbourcoffee"), page.text());
    }

    @Test
    @DisplayName("Browsers are told to run and load nothing, to keep nothing, and to send the address to nobody")
    void headers() {
        // Given
        Rights rights = Rights.of("claim-headers");

        // When
        Response response = given().get(claim(rights, rights.approved("1", "mila")));

        // Then
        String policy = response.header("Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
        assertTrue(policy.contains("form-action 'self'") && policy.contains("frame-ancestors 'none'")
                && !policy.contains("unsafe"), policy);
        assertEquals("no-store", response.header("Cache-Control"));
        assertEquals("no-referrer", response.header("Referrer-Policy"));
        assertEquals("nosniff", response.header("X-Content-Type-Options"));
        assertEquals(null, response.header("Set-Cookie"));
    }

    @Test
    @DisplayName("What people wrote is text, whatever it looks like, and turns no other text around")
    void hostile() {
        // Given
        Rights rights = Rights.of("claim-hostile");
        String text = "<script>alert(1)</script> <img src=x onerror=alert(1)> {w.grant} &amp; \u202E txet";
        String post = rights.approved(NeutralPost.of("1", text.replace("\"", "\\\"")).by("\u202E<b>mila</b>", 10));

        // When
        Document page = page(given().get(claim(rights, post)), 200);

        // Then
        assertEquals("", page.select("script, img, b").outerHtml());
        Element caption = page.expectFirst("blockquote > bdi");
        assertTrue(caption.wholeText().startsWith(text), caption.wholeText());
        assertTrue(page.select("bdi").eachText().stream().anyMatch(said -> said.equals("@\u202E<b>mila</b>")));
        List<String> outside = page.getAllElements().stream().filter(element -> !element.tagName().equals("bdi"))
                .flatMap(element -> element.textNodes().stream()).map(TextNode::getWholeText)
                .filter(said -> said.indexOf('\u202E') >= 0).toList();
        assertEquals(List.of(), outside);
    }

    @Test
    @DisplayName("The terms stand in plain words, with what is prohibited")
    void terms() {
        // Given
        Rights rights = Rights.of("claim-terms");

        // When
        Document page = page(
                given().queryParam("lang", "de").queryParam("fbclid", "x").get(claim(rights, rights.approved("1", "mila"))),
                200);

        // Then
        assertEquals(
                List.of("ihn zeigen, wie er ist", "ihn in sozialen Netzwerken noch einmal veröffentlichen", "Websites",
                        "E-Mails",
                        "Deutschland", "Österreich", "ihn verändern, etwa zuschneiden, kürzen oder übersetzen",
                        "ihn in bezahlter Werbung verwenden", "ihn andere zu denselben Bedingungen verwenden lassen",
                        "künstliche Intelligenz damit trainieren"),
                page.select("section[aria-labelledby=terms] li").eachText());
        assertTrue(page.text().contains("So viele Tage ab dem Beginn 365"), page.text());
    }

    @Test
    @DisplayName("A pressed button grants once; the page is then the receipt, and the grant can be taken back there")
    void grantAndRevoke() {
        // Given
        Rights rights = Rights.of("claim-grant");
        String post = rights.approved("1", "mila");
        String path = claim(rights, post);

        // When
        press(path, "grant").then().statusCode(303).header("Location", path + "?lang=en");
        press(path, "grant").then().statusCode(303);

        // Then
        Document receipt = page(given().get(path), 200);
        assertEquals("You gave your permission", receipt.title());
        assertEquals(List.of("revoke"), receipt.select("button").eachAttr("value"));
        rights.api().request().get("/v1/rights-grants").then().body("items.grantedVia", contains("CLAIM_PAGE"),
                "items[0].evidence.locale", equalTo("en"));
        assertTrue(rights.isAllowed(post));
        press(path, "decline").then().statusCode(409);

        press(path, "revoke").then().statusCode(303);
        assertEquals("WITHDRAWN", rights.state(post));
        assertEquals("Your permission has ended", page(given().get(path), 200).title());
        page(press(path, "grant"), 409);
        assertFalse(rights.isAllowed(post));
        rights.api().request().get("/v1/rights-grants").then().body("items.endReason", contains("REVOKED_BY_AUTHOR"));
    }

    @Test
    @DisplayName("Who declines is left in peace: the next request is blocked")
    void decline() {
        // Given
        Rights rights = Rights.of("claim-decline");
        String path = claim(rights, rights.approved("1", "mila"));
        press(path, "decline").then().statusCode(303);
        String next = rights.requested(rights.approved("2", "Mila"));

        // When
        var blocked = rights.send(next);

        // Then
        blocked.statusCode(200).body("request.state", equalTo("BLOCKED"), "request.reason", equalTo("AUTHOR_DECLINED"),
                "claimLink",
                equalTo(null), "request.text", equalTo(null));
        assertEquals("You said no", page(given().get(path), 200).title());
        page(press(path, "grant"), 409);
        press(path, "decline").then().statusCode(303);
    }

    @Test
    @DisplayName("Many presses at once make one grant")
    void atOnce() {
        // Given
        Rights rights = Rights.of("claim-at-once");
        String path = claim(rights, rights.approved("p1", "mila"));

        // When
        List<Integer> statuses = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(() -> i % 2 == 0
                ? press(path, "grant").statusCode()
                : rights.bring(Rights.reply("r" + i, "p1", "mila")).extract().statusCode())).toList().stream()
                .map(CompletableFuture::join).distinct().toList();

        // Then
        assertTrue(List.of(303, 200).containsAll(statuses), statuses.toString());
        rights.api().request().get("/v1/rights-grants").then().body("items.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AQ", "AQGZxZ8AAHAAgAAAAAAAAAEAAAAAafpxQGhhcmJvdXI", "..%2f", "%00", "a%20b", "ü"})
    @DisplayName("A forged token is a page that says so, to look at and to answer")
    void forged(String token) {
        // When
        Response looked = given().urlEncodingEnabled(false).get("/v1/claims/" + token.replace("ü", "%C3%BC"));
        Response answered = given().urlEncodingEnabled(false).contentType("application/x-www-form-urlencoded")
                .body("decision=grant")
                .post("/v1/claims/" + token.replace("ü", "%C3%BC"));

        // Then
        assertTrue(looked.statusCode() == 404 || looked.statusCode() == 400, looked.statusLine());
        assertTrue(answered.statusCode() == 404 || answered.statusCode() == 400, answered.statusLine());
    }

    @Test
    @DisplayName("A token signed for another workspace, another request or another end leads nowhere")
    void otherClaims() {
        // Given
        Rights rights = Rights.of("claim-other");
        UUID request = UUID.fromString(rights.requested(rights.approved("1", "mila")));
        Instant end = Instant.parse(rights.send(request.toString()).extract().path("request.expiresAt"));
        var mine = new Workspace("claim-other");

        // When
        List<Integer> statuses = List.of(new ClaimLinks.Claim(mine, request, end),
                new ClaimLinks.Claim(new Workspace("claim-thief"), request, end),
                new ClaimLinks.Claim(mine, UUID.randomUUID(), end),
                new ClaimLinks.Claim(mine, request, end.plusSeconds(86_400))).stream()
                .map(claim -> given().get("/v1/claims/" + links.token(claim)).statusCode()).toList();

        // Then
        assertEquals(List.of(200, 404, 404, 404), statuses);
    }

    @Test
    @DisplayName("After the time to answer, and when the post is gone, the page says so and nothing is granted")
    void late() throws SQLException {
        // Given
        Rights rights = Rights.of("claim-late");
        String gone = rights.approved("1", "one");
        String goneClaim = claim(rights, gone);
        rights.api().request().header("If-Match", rights.api().tag("/v1/posts/" + gone)).post("/v1/posts/{id}/take-down", gone)
                .then()
                .statusCode(200);
        String late = claim(rights, rights.approved("2", "two"));
        try (Connection connection = PostgresTestResource.superuser()) {
            // the end within the same second, which the link is signed for
            connection.createStatement().execute("""
                    update rights_request set expires_at = date_trunc('second', expires_at), state = 'EXPIRED'
                    where workspace_id = 'claim-late' and author_handle = 'two'""");
        }

        // When
        List<String> titles = List.of(page(given().get(goneClaim), 410).title(), page(press(goneClaim, "grant"), 410).title(),
                page(given().get(late), 410).title(), page(press(late, "grant"), 410).title());

        // Then
        assertEquals(List.of("The post is gone", "The time to answer is over", "The time to answer is over",
                "The time to answer is over"), titles);
        rights.api().request().get("/v1/rights-grants").then().body("items.size()", equalTo(0));
    }

    @Test
    @DisplayName("Forms that the page does not send are refused without a trace")
    void brokenForms() {
        // Given
        Rights rights = Rights.of("claim-forms");
        String path = claim(rights, rights.approved("1", "mila"));

        // When
        List<Integer> statuses = List.of(press(path, "GRANT").statusCode(), press(path, "").statusCode(),
                given().post(path).statusCode(),
                given().contentType("application/json").body("{\"decision\":\"grant\"}").post(path).statusCode(),
                given().contentType("application/x-www-form-urlencoded").body("decision=" + "x".repeat(10_000)).post(path)
                        .statusCode());

        // Then
        assertEquals(List.of(400, 400, 400, 400, 413), statuses);
        rights.api().request().get("/v1/rights-requests").then().body("items[0].state", equalTo("SENT"));
    }

    @Test
    @DisplayName("Looking decides nothing: previews of links fetch them")
    void looking() {
        // Given
        Rights rights = Rights.of("claim-looking");
        String path = claim(rights, rights.approved("1", "mila"));

        // When
        int head = given().head(path).statusCode();
        given().get(path);

        // Then
        assertEquals(200, head);
        rights.api().request().get("/v1/rights-requests").then().body("items[0].state", equalTo("SENT"));
    }

    private static Response press(String path, String decision) {
        return given().redirects().follow(false).contentType("application/x-www-form-urlencoded").body("decision=" + decision)
                .post(path);
    }

    /** Returns the path of a request that was sent. */
    private static String claim(Rights rights, String post) {
        return URI.create(rights.sent(post).getString("claimLink")).getPath();
    }

    private static Document page(Response response, int status) {
        assertEquals(status, response.statusCode());
        assertTrue(response.contentType().startsWith("text/html"), response.contentType());
        return Jsoup.parse(response.asString());
    }
}
