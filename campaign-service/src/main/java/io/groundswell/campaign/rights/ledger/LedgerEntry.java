package io.groundswell.campaign.rights.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;

import com.fasterxml.jackson.databind.JsonNode;

/** An entry in its place. */
@Schema(name = "LedgerEntry")
public record LedgerEntry(
        @Schema(description = "From 1 on, without a gap") long seq,
        Instant at,
        @Schema(description = "REQUEST_CREATED, REQUEST_SENT, REQUEST_BLOCKED, REQUEST_DECLINED, REQUEST_EXPIRED, REPLY_REFUSED, GRANT_MADE, GRANT_EXPIRING, GRANT_EXPIRED, GRANT_REVOKED, POST_WITHDRAWN; an open list") String kind,
        @Nullable UUID postId,
        @Nullable UUID requestId,
        @Nullable UUID grantId,
        @Schema(description = "Codes, digests and numbers; by kind", type = SchemaType.OBJECT) JsonNode payload,
        @Schema(description = "Hash of the entry before; 64 zeros for the first") String prevHash,
        @Schema(description = "SHA-256 in hexadecimal over the 32 bytes of `prevHash` and, in UTF-8, the RFC 8785 form of an object of workspace, seq, at, kind, postId, requestId, grantId (null where there is none) and payload") String hash) {

    /** Returns what the hash must be, by what else the entry says. */
    String expectedHash(Workspace workspace) {
        return hash(workspace, prevHash, seq, at, kind, postId, requestId, grantId, payload);
    }

    static String hash(Workspace workspace, String prevHash, long seq, Instant at, String kind, @Nullable UUID postId,
            @Nullable UUID requestId, @Nullable UUID grantId, Object payload) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("workspace", workspace.key());
        content.put("seq", seq);
        content.put("at", at.toString());
        content.put("kind", kind);
        content.put("postId", postId);
        content.put("requestId", requestId);
        content.put("grantId", grantId);
        content.put("payload", payload);
        return CanonicalJson.chained(prevHash, content);
    }
}
