package io.groundswell.campaign.listening.live;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.listening.NetworkPost;
import io.groundswell.campaign.listening.SourceIntake;
import io.groundswell.campaign.listening.SourceItem;
import io.groundswell.campaign.post.HeardReply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads events of a Mastodon server. A server tells what it knows of other servers' statuses too; it is believed, as its users do. */
final class MastodonReader implements EventReader {
    static final String UPDATE = "update";
    private static final String EDIT = "status.update";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final SourceItem.Rejected UNREADABLE = new SourceItem.Rejected("#", "malformed-json",
            "Not an event of a Mastodon server.");

    private final SourceIntake intake;
    private final ObjectMapper json;
    private final Clock clock;
    private final Recent<Boolean> deletions = new Recent<>();
    /** Which posts were answers, by the server's number: their deletion is told by it. */
    private final Recent<String> answers = new Recent<>();
    private @Nullable String position;
    private Instant latest = Instant.EPOCH;

    MastodonReader(SourceIntake intake, ObjectMapper json, Clock clock, ConnectorSettings settings) {
        this.intake = intake;
        this.json = json;
        this.clock = clock;
        this.position = settings.position();
    }

    @Override
    public ReadEvents read(List<RawEvent> events) {
        var read = new ReadEvents();
        for (RawEvent event : events) {
            Instant now = next();
            switch (event.origin()) {
                case SERVER -> read(event, now, read);
                case BOOKMARK -> move(event.data());
                case TOO_LARGE -> read.add(new SourceItem.Rejected("#", "too-large",
                        "An event may have %d bytes.".formatted(RawEvent.MOST_BYTES)));
            }
        }
        read.reached(position);
        return read;
    }

    /** A status tells no time at which it was seen, so what comes later must have been seen later: an edit follows at once. */
    private Instant next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        latest = now.isAfter(latest) ? now : latest.plus(1, ChronoUnit.MICROS);
        return latest;
    }

    private void read(RawEvent event, Instant now, ReadEvents read) {
        switch (event.type()) {
            case UPDATE, EDIT -> status(parse(event.data()), event.type().equals(EDIT), now, read);
            case "notification" -> notification(parse(event.data()), now, read);
            case "delete" -> deletion(event.data().strip(), read);
            default -> read.add(new SourceItem.Ignored("Not about a status."));
        }
    }

    private @Nullable JsonNode parse(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private void notification(@Nullable JsonNode notification, Instant now, ReadEvents read) {
        if (notification != null && notification.path("type").asText().equals("mention")
                && notification.path("status").isObject()) {
            status(notification.path("status"), false, now, read);
        } else {
            read.add(new SourceItem.Ignored("Not about a status."));
        }
    }

    private void deletion(String id, ReadEvents read) {
        if (ID.matcher(id).matches()) {
            deletions.put(id, true);
            read.addDeletion(id);
            String answer = answers.get(id);
            if (answer != null) {
                read.addDeletedReply(Network.MASTODON, answer);
            }
        } else {
            read.add(UNREADABLE);
        }
    }

    private void status(@Nullable JsonNode status, boolean edited, Instant now, ReadEvents read) {
        String id = status == null ? "" : status.path("id").asText("");
        if (status == null || !ID.matcher(id).matches() || !status.has("account") || !status.has("content")
                || status.has("network") || status.has("did")) {
            read.add(UNREADABLE);
            return;
        }
        if (!edited) {
            move(id);
        }
        Instant at = time(status.path(edited ? "edited_at" : "created_at").asText(""));
        if (at != null && !at.isAfter(now)) {
            read.happenedAt(at);
        }
        if (deletions.contains(id)) {
            read.add(new SourceItem.Ignored("Deleted a moment before."));
            return;
        }
        for (SourceItem item : intake.read(status, now)) {
            read.add(item, id);
            if (item instanceof SourceItem.Published(NetworkPost post)) {
                addReply(id, post, status, read);
            }
        }
    }

    private void addReply(String id, NetworkPost post, JsonNode status, ReadEvents read) {
        JsonNode parent = status.path("in_reply_to_id");
        if (parent.isTextual() && ID.matcher(parent.textValue()).matches() && post.network() == Network.MASTODON) {
            answers.put(id, post.networkPostId());
            read.addReply(parent.textValue(), new HeardReply(post.network(), post.networkPostId(), null, post.author().id(),
                    post.author().handle(), post.text(), post.publishedAt(), time(status.path("edited_at").asText("")), false));
        }
    }

    private void move(String id) {
        position = position == null ? id : MastodonIds.later(position, id);
    }

    private static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
