package io.groundswell.campaign.listening.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.listening.NetworkPost;
import io.groundswell.campaign.listening.SourceIntake;
import io.groundswell.campaign.listening.SourceItem;
import io.groundswell.campaign.post.HeardReply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads events of a Jetstream. They are not signed: what a Jetstream says of other networks, or of accounts that were not asked for, is not believed. */
final class BlueskyReader implements EventReader {
    /** A position in the future would make the Jetstream begin at the present and skip what was missed. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);
    private static final SourceItem.Rejected UNREADABLE = new SourceItem.Rejected("#", "malformed-json",
            "Not an event of a Jetstream.");

    private final SourceIntake intake;
    private final ObjectMapper json;
    private final Clock clock;
    private final Set<String> wantedDids;
    private final Recent<Boolean> deletions = new Recent<>();
    private long position;

    BlueskyReader(SourceIntake intake, ObjectMapper json, Clock clock, ConnectorSettings settings) {
        this.intake = intake;
        this.json = json;
        this.clock = clock;
        this.wantedDids = Set.copyOf(settings.wantedDids());
        String known = settings.position();
        this.position = known == null ? 0 : Long.parseLong(known);
    }

    @Override
    public ReadEvents read(List<RawEvent> events) {
        Instant now = clock.instant();
        var read = new ReadEvents();
        for (RawEvent event : events) {
            JsonNode document = event.origin() == RawEvent.Origin.TOO_LARGE ? null : parse(event.data());
            if (document == null || !document.path("did").isTextual()) {
                read.add(UNREADABLE);
                continue;
            }
            move(document.path("time_us"), now, read);
            if (!wantedDids.isEmpty() && !wantedDids.contains(document.path("did").textValue())) {
                read.add(new SourceItem.Ignored("Of an account that was not asked for."));
            } else {
                intake.read(document, now).forEach(item -> add(item, document, read));
            }
        }
        read.reached(position == 0 ? null : Long.toString(position));
        return read;
    }

    private @Nullable JsonNode parse(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private void move(JsonNode time, Instant now, ReadEvents read) {
        if (time.isIntegralNumber() && time.canConvertToLong() && time.longValue() > 0) {
            Instant at = Instant.EPOCH.plus(time.longValue(), ChronoUnit.MICROS);
            if (!at.isAfter(now.plus(CLOCK_SKEW))) {
                position = Math.max(position, time.longValue());
                read.happenedAt(at);
            }
        }
    }

    private void add(SourceItem item, JsonNode document, ReadEvents read) {
        Network network = switch (item) {
            case SourceItem.Published published -> published.post().network();
            case SourceItem.Deleted deleted -> deleted.network();
            case SourceItem.AccountRemoved removed -> removed.network();
            case SourceItem.Ignored _ -> Network.BLUESKY;
            case SourceItem.Rejected _ -> Network.BLUESKY;
        };
        if (network != Network.BLUESKY) {
            read.add(UNREADABLE);
        } else if (item instanceof SourceItem.Published(NetworkPost post)) {
            addPost(post, item, document, read);
        } else {
            read.add(item);
            if (item instanceof SourceItem.Deleted deleted) {
                deletions.put(deleted.networkPostId(), true);
                read.addDeletedReply(network, deleted.networkPostId());
            }
        }
    }

    private void addPost(NetworkPost post, SourceItem item, JsonNode document, ReadEvents read) {
        if (deletions.contains(post.networkPostId())) {
            read.add(new SourceItem.Ignored("Deleted a moment before."));
        } else {
            read.add(item);
            addReply(post, document, read);
        }
    }

    private static void addReply(NetworkPost post, JsonNode document, ReadEvents read) {
        JsonNode parent = document.at("/commit/record/reply/parent/uri");
        if (parent.isTextual() && !parent.textValue().isBlank()) {
            Instant editedAt = document.at("/commit/operation").asText().equals("update") ? post.observedAt() : null;
            read.addReply(parent.textValue(),
                    new HeardReply(post.network(), post.networkPostId(), parent.textValue(),
                            post.author().id(), post.author().handle(), post.text(), post.publishedAt(), editedAt, false));
        }
    }
}
