package io.groundswell.kit.bulk;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** How a body is being read: the first thing a report says. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkAssumptions(
        BulkFormat format,
        @Schema(description = "Character encoding, by its IANA name") String encoding,
        Origin encodingFrom,
        @Schema(description = "How sure the detection is, from 0 to 100; only where the encoding was found out") @Nullable Integer encodingConfidence,
        @Schema(description = "Only of CSV: `,` `;` `tab` or `|`") @Nullable String delimiter,
        @Schema(description = "Only of CSV") @Nullable Origin delimiterFrom,
        @Schema(description = "Only of CSV: from each column to the field it stands for") @Nullable Map<String, String> columns,
        @Schema(description = "Only of CSV: columns that are left out") @Nullable List<String> ignored) {

    /** Where an assumption comes from. */
    public enum Origin {
        /** A query parameter. */
        PARAMETER,
        /** The charset of the content type. */
        CONTENT_TYPE,
        /** The first bytes of the body. */
        BYTE_ORDER_MARK,
        /** Found out, because the client asked for it. */
        DETECTED,
        /** Nobody said anything else. */
        DEFAULT
    }

    static BulkAssumptions ofNdjson() {
        return new BulkAssumptions(BulkFormat.NDJSON, "UTF-8", Origin.DEFAULT, null, null, null, null, null);
    }
}
