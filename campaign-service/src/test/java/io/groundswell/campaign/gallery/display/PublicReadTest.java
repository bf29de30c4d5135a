package io.groundswell.campaign.gallery.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.paging.Limit;

class PublicReadTest {
    private static final String ID = "7hRkT2qXbM9vWc4DnE6sYg";

    @ParameterizedTest
    @CsvSource({"'', JSON, 20,", "/rss, RSS, 20,", "/atom?limit=5, ATOM, 5,", "/json-feed?cursor=a-_Z, JSON_FEED, 20, a-_Z",
            "?limit=100&cursor=x, JSON, 100, x", "?, JSON, 20,"})
    void plainAddressesAreRead(String rest, Format format, int limit, @Nullable String cursor) {
        // When
        PublicRead read = PublicRead.ofUri("/v1/public/collections/" + ID + rest);

        // Then
        assertEquals(new PublicRead(ID, format, new Limit(limit), cursor), read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/public/oembed", "/v1/public/collections/" + ID + "/", "/v1/public/collections/" + ID + "/pdf",
            "/v1/public/collections/short", "/v1/public/collections/" + ID + "?limit=0",
            "/v1/public/collections/" + ID + "?limit=101",
            "/v1/public/collections/" + ID + "?limit=%35", "/v1/public/collections/" + ID + "?cursor=a&limit=1",
            "/v1/public/collections/" + ID + "?limit=1&limit=2", "/v1/public/collections/" + ID + "?x=1",
            "http://host/v1/public/collections/" + ID, "/v1/public//collections/" + ID, ""})
    void othersAreLeftToTheOperations(String uri) {
        // When
        PublicRead read = PublicRead.ofUri(uri);

        // Then
        assertNull(read);
    }
}
