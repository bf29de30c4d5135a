package io.groundswell.campaign.listening.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.listening.ReplyListener.Reply;
import io.groundswell.campaign.listening.SourceItem;

/** What a batch of events says. Items stand in the order of the events. */
final class ReadEvents {
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Reply> replies = new HashMap<>();
    private @Nullable String position;
    private @Nullable Instant lastEventAt;

    /**
     * What one event says.
     *
     * @param item null when only the database knows which post is meant: see {@code deletes}
     * @param sourceId the server's own number of the status; null where the network's id says all
     * @param deletes the server's number of a status that is gone; null otherwise
     */
    record Told(@Nullable SourceItem item, @Nullable String sourceId, @Nullable String deletes) {}

    void add(SourceItem item) {
        told.add(new Told(item, null, null));
    }

    void add(SourceItem item, String sourceId) {
        told.add(new Told(item, sourceId, null));
    }

    void addDeletion(String sourceId) {
        told.add(new Told(null, null, sourceId));
    }

    /**
     * Adds an answer to somebody.
     *
     * @param parent what the server calls the post that is answered
     */
    void addReply(String parent, Reply reply) {
        replies.put(parent + " " + reply.replyId(), reply);
    }

    void reached(@Nullable String newPosition) {
        position = newPosition;
    }

    void happenedAt(Instant time) {
        if (lastEventAt == null || time.isAfter(lastEventAt)) {
            lastEventAt = time;
        }
    }

    List<Told> told() {
        return told;
    }

    /** Returns answers by what the server calls the post that is answered. */
    Map<String, List<Reply>> replies() {
        Map<String, List<Reply>> byParent = new HashMap<>();
        replies.forEach((key, reply) -> byParent.computeIfAbsent(key.substring(0, key.indexOf(' ')), _ -> new ArrayList<>())
                .add(reply));
        return byParent;
    }

    @Nullable
    String position() {
        return position;
    }

    @Nullable
    Instant lastEventAt() {
        return lastEventAt;
    }
}
