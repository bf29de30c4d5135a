package io.groundswell.gateway.passthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.gateway.upstream.Upstream;

class PublicPathsTest {

    @ParameterizedTest
    @CsvSource({
            "/v1/campaigns, CAMPAIGN",
            "/v1/campaigns/0199c59f-0000-7000-8000-000000000001/kpis, CAMPAIGN",
            "/v1/posts/ingest, CAMPAIGN",
            "/v1/rights/check, CAMPAIGN",
            "/v1/rights-requests/0199c59f-0000-7000-8000-000000000001/send, CAMPAIGN",
            "/v1/claims/AQGZxZ8AAHAAgAAAAAAAAAE-_mine, CAMPAIGN",
            "/v1/collections, CAMPAIGN",
            "/v1/public/collections/7hRkT2qXbM9vWc4DnE6sYg/json-feed, CAMPAIGN",
            "/v1/public/oembed, CAMPAIGN",
            "/v1/connectors/0199c59f-0000-7000-8000-000000000001/start, CAMPAIGN",
            "/v1/webhooks/instagram/k3Qx9vTn2bLm7RfYp1WsZc8HdJgA5eUo, CAMPAIGN",
            "/v1/webhook-subscriptions, CAMPAIGN",
            "/v1/listening/limits, CAMPAIGN",
            "/v1/creators/import, CREATOR",
            "/v1/creator-lists/0199c59f-0000-7000-8000-000000000001/members, CREATOR",
            "/v1/audience-models/signals-2026, CREATOR",
            "/v1/tier-schemes/standard-2021, CREATOR",
            "/v1/engagement-rules, CREATOR",
            "/v1/engagement-priors/0199c59f-0000-7000-8000-000000000001, CREATOR",
            "/v1/benchmarks, CREATOR",
            "/v1/privacy/notices, CREATOR",
            "/v1/employees, ADVOCACY",
            "/v1/share-packs/0199c59f-0000-7000-8000-000000000001/shares, ADVOCACY",
            "/v1/share-totals, ADVOCACY",
            "/s/aB3_x-9, ADVOCACY",
    })
    void aPublicPathHasItsService(String path, Upstream expected) {
        // When
        Upstream upstream = PublicPaths.upstreamOf(path);

        // Then
        assertEquals(expected, upstream);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "*", "/v1", "/v1/events", "/q/health/live", "/q/openapi", "/s", "/s/", "/s/a/b",
            "/v2/campaigns",
            "/v1/campaigns/", "/v1//campaigns", "//v1/campaigns", "/v1/campaigns-x", "/v1/campaign-views/1", "/V1/campaigns",
            "/v1/campaigns/../events", "/v1/campaigns/./x", "/v1/campaigns/..", "/v1/campaigns/%2e%2e/events",
            "/v1/campaigns%2fx",
            "/v1/campaigns/..%2fevents", "/v1/campaigns/..;/events", "/v1/campaigns\\..\\events", "/v1/campaigns/%00",
            "/v1/%63ampaigns", "http://other/v1/campaigns", "/v1/campaigns/é"})
    void anyOtherPathIsNobodys(String path) {
        // When
        Upstream upstream = PublicPaths.upstreamOf(path);

        // Then
        assertNull(upstream);
    }
}
