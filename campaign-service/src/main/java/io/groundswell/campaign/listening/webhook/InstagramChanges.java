package io.groundswell.campaign.listening.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.post.HeardReply;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads deliveries of Instagram's webhooks: entries, each of an account, with changes of fields. */
final class InstagramChanges {
    private static final int MOST_CHANGES = 1_000;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_TEXT = 10_000;
    private static final long LATEST_SECOND = 4_102_444_800L;

    private InstagramChanges() {}

    /**
     * A change that was delivered.
     *
     * @param digest tells it from every other, and equals that of the same change delivered again
     * @param reply what it says somebody answered; null when it does not say so
     */
    record Change(UUID digest, @Nullable Instant happenedAt, String accountId, String field, DeliveryOutcome outcome,
            String detail, @Nullable String mediaId, @Nullable String commentId, @Nullable HeardReply reply) {}

    /** Reads what it can; what is not of Meta's form is passed over. */
    static List<Change> in(JsonNode delivery, Instant receivedAt) {
        List<Change> changes = new ArrayList<>();
        if (!delivery.path("object").asText().equals("instagram")) {
            return changes;
        }
        for (JsonNode entry : delivery.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                String field = id(change.path("field"));
                if (field != null && changes.size() < MOST_CHANGES) {
                    changes.add(change(entry, field, change.path("value"), receivedAt));
                }
            }
        }
        return changes;
    }

    private static Change change(JsonNode entry, String field, JsonNode value, Instant receivedAt) {
        String told = id(entry.path("id"));
        String account = told == null ? "0" : told;
        long second = entry.path("time").asLong(0);
        Instant happenedAt = second > 0 && second < LATEST_SECOND ? Instant.ofEpochSecond(second) : null;
        UUID digest = digest(account + " " + second + " " + field + " " + value);
        return switch (field) {
            case "comments", "live_comments" -> comment(digest, happenedAt, account, field, value, receivedAt);
            case "mentions" -> new Change(digest, happenedAt, account, field, DeliveryOutcome.NEEDS_LOOKUP,
                    "Instagram tells the ids alone. Ask the Graph API for the account's mentioned_media or mentioned_comment with them, and ingest the media object.",
                    id(value.path("media_id")), id(value.path("comment_id")), null);
            case "story_insights" -> new Change(digest, happenedAt, account, field, DeliveryOutcome.IGNORED,
                    "Figures of a story of the account's own.", id(value.path("media_id")), null, null);
            default -> new Change(digest, happenedAt, account, field, DeliveryOutcome.IGNORED, "This field is not listened to.",
                    null, null, null);
        };
    }

    private static Change comment(UUID digest, @Nullable Instant happenedAt, String account, String field, JsonNode value,
            Instant receivedAt) {
        String id = id(value.path("id"));
        String media = id(value.path("media").path("id"));
        String author = id(value.path("from").path("id"));
        String handle = id(value.path("from").path("username"));
        String text = value.path("text").asText("");
        if (id == null || media == null || (author == null && handle == null) || text.length() > LONGEST_TEXT
                || text.indexOf('\0') >= 0) {
            return new Change(digest, happenedAt, account, field, DeliveryOutcome.NEEDS_LOOKUP,
                    "Instagram does not tell who commented on what. Ask the Graph API for the comment, with the fields from and media.",
                    media, id, null);
        }
        var reply = new HeardReply(Network.INSTAGRAM, id, media, author, handle, text,
                happenedAt == null ? receivedAt : happenedAt,
                null, false);
        return new Change(digest, happenedAt, account, field, DeliveryOutcome.UNDERSTOOD, "A comment on a post.", media, id,
                reply);
    }

    private static @Nullable String id(JsonNode value) {
        String text = value.isTextual() || value.isIntegralNumber() ? value.asText() : "";
        return text.isEmpty() || text.length() > LONGEST_ID || text.indexOf('\0') >= 0 ? null : text;
    }

    private static UUID digest(String change) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(change.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
