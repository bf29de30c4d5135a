package io.groundswell.gateway.gallery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class GalleryPagesTest {
    private static final String WALL = "/wall/7hRkT2qXbM9vWc4DnE6sYg";

    @ParameterizedTest
    @DisplayName("Files are served to every origin, with a tag and for a while, and set no cookie")
    @CsvSource({"groundswell-gallery.js, text/javascript", "groundswell-wall.js, text/javascript",
            "groundswell-wall.css, text/css"})
    void files(String file, String type) {
        // When
        var answer = given().get("/embed/" + file + "?v=1").then();

        // Then
        answer.statusCode(200).contentType(containsString(type)).header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "public, max-age=300").header("ETag", matchesPattern("\"[\\w-]+\""))
                .header("X-Content-Type-Options", "nosniff").header("Set-Cookie", nullValue());
    }

    @Test
    @DisplayName("A file that was not changed is not sent again")
    void notModified() {
        // Given
        String tag = given().get("/embed/groundswell-gallery.js").header("ETag");

        // When
        var answer = given().header("If-None-Match", tag).get("/embed/groundswell-gallery.js").then();

        // Then
        answer.statusCode(304).body(emptyString());
    }

    @Test
    @DisplayName("The element puts text in as text, keeps nothing and asks nobody but its source")
    void element() {
        // When
        var answer = given().get("/embed/groundswell-gallery.js").then();

        // Then
        for (String forbidden : new String[]{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(",
                "localStorage", "sessionStorage", "document.cookie", "sendBeacon", "indexedDB"}) {
            answer.body(not(containsString(forbidden)));
        }
        answer.body(containsString("credentials: 'omit'"));
    }

    @Test
    @DisplayName("The wall may run its own script and nothing else")
    void wall() {
        // When
        var answer = given().get(WALL).then();

        // Then
        answer.statusCode(200).contentType(containsString("text/html")).header("Content-Security-Policy",
                containsString("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"))
                .header("Referrer-Policy", "no-referrer").header("Cache-Control", "no-cache").header("Set-Cookie", nullValue())
                .body(containsString("/embed/groundswell-wall.js"), not(containsString("<style")),
                        not(containsString("{id}")), not(containsString("{address}")),
                        containsString("/v1/public/oembed?format=json&amp;url=http%3A%2F%2Flocalhost%3A8080%2Fwall%2F"));
    }

    @ParameterizedTest
    @DisplayName("Nothing else is there")
    @ValueSource(strings = {"/wall/", "/wall/short", "/wall/7hRkT2qXbM9vWc4DnE6s%22x", "/wall/7hRkT2qXbM9vWc4DnE6sYg/x",
            "/embed/wall.html", "/embed/", "/embed/..%2fapplication.properties", "/embed/groundswell-gallery.js/x"})
    void nothingElse(String path) {
        // When
        var answer = given().urlEncodingEnabled(false).get(path).then();

        // Then
        answer.statusCode(404).contentType("application/problem+json");
    }
}
