package io.groundswell.kit.bulk;

import java.io.InputStream;

import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The two formats of bulk bodies. */
public enum BulkFormat {
    NDJSON {
        @Override
        public BulkLines read(InputStream body, ObjectMapper json) {
            return new NdjsonLines(body, json);
        }
    },
    CSV {
        @Override
        public BulkLines read(InputStream body, ObjectMapper json) {
            return new CsvLines(body, json);
        }
    };

    public static final String NDJSON_TYPE = "application/x-ndjson";
    public static final String CSV_TYPE = "text/csv";

    /** A longer line is reported and skipped: 1 MiB. */
    public static final int MAX_LINE_BYTES = 1 << 20;

    /** Returns the lines as they arrive; reading blocks until the client has sent the next one. */
    public abstract BulkLines read(InputStream body, ObjectMapper json);

    /** Chooses by the request's media type, which the resource has already limited to the two. */
    public static BulkFormat of(MediaType type) {
        return type.isCompatible(MediaType.valueOf(CSV_TYPE)) ? CSV : NDJSON;
    }
}
