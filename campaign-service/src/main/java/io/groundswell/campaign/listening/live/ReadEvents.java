package io.groundswell.campaign.listening.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.listening.SourceItem;
import io.groundswell.campaign.post.HeardReply;

/** What a batch of events says. Items stand in the order of the events. */
final class ReadEvents {
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
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

    /**
     * An answer to somebody.
     *
     * @param parent what the server calls the post that is answered; empty when the answer is deleted
     */
    record Answer(String parent, HeardReply reply) {}

    void add(SourceItem item) {
        told.add(new Told(item, null, null));
    }

    void add(SourceItem item, String sourceId) {
        told.add(new Told(item, sourceId, null));
    }

    void addDeletion(String sourceId) {
        told.add(new Told(null, null, sourceId));
    }

    /** Adds an answer; what was said of it before in this batch is over. */
    void addReply(String parent, HeardReply reply) {
        answers.put(reply.replyId(), new Answer(parent, reply));
    }

    void addDeletedReply(Network network, String replyId) {
        answers.put(replyId, new Answer("", HeardReply.deleted(network, replyId)));
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

    Collection<Answer> answers() {
        return answers.values();
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
