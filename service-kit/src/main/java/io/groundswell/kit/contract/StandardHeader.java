package io.groundswell.kit.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Response headers that mean the same everywhere. */
enum StandardHeader {
    ETAG("ETag", "Version of the resource, for `If-Match` and `If-None-Match`.",
            "\"0199c59f-0000-7000-8000-000000000001.3\""),
    LOCATION("Location", "Address of what was created, relative to the origin.",
            "/v1/campaigns/0199c59f-0000-7000-8000-000000000001"),
    IDEMPOTENT_REPLAYED("Idempotent-Replayed", "`true` when this is the stored answer to an earlier request with the same key.",
            "true"),
    REQUEST_ID("X-Request-Id", "Name of this request in the logs; the client's own when it sent a harmless one.",
            "0199c5a0-7d1e-7c3b-9b0f-1f2e3d4c5b6a"),
    RETRY_AFTER("Retry-After", "Seconds to wait before the next attempt.", "5"),
    WWW_AUTHENTICATE("WWW-Authenticate", "What credentials are needed.", "Bearer");

    private static final String PREFIX = "#/components/headers/";

    private final String wireName;
    private final String description;
    private final String example;

    StandardHeader(String wireName, String description, String example) {
        this.wireName = wireName;
        this.description = description;
        this.example = example;
    }

    static void addTo(Components components) {
        for (StandardHeader header : values()) {
            components.addHeader(header.wireName, OASFactory.createHeader().description(header.description)
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(1024))
                    .example(header.example));
        }
    }

    /** Adds the headers that an answer of success or 304 can have. */
    static void addTo(Facts facts, String status, APIResponse response) {
        boolean success = status.startsWith("2");
        if (success || status.startsWith("3")) {
            REQUEST_ID.addTo(response);
        }
        if (status.equals("201")) {
            LOCATION.addTo(response);
        }
        if (facts.isVersioned() && (success || status.equals("304"))) {
            ETAG.addTo(response);
        }
        if (success && facts.isIdempotentByKey()) {
            IDEMPOTENT_REPLAYED.addTo(response);
        }
    }

    void addTo(APIResponse response) {
        if (response.getHeaders() == null || !response.getHeaders().containsKey(wireName)) {
            response.addHeader(wireName, reference());
        }
    }

    private Header reference() {
        return OASFactory.createHeader().ref(PREFIX + wireName);
    }
}
