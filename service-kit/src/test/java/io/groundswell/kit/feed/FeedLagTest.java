package io.groundswell.kit.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.groundswell.kit.outbox.FeedEvent;
import io.groundswell.kit.outbox.FeedPosition;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.node.NullNode;

class FeedLagTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC);
    private final Deque<Uni<List<FeedEvent>>> answers = new ArrayDeque<>();
    private final FeedLag lag = new FeedLag(_ -> answers.removeFirst(), NOON);

    @Test
    void anAppliedFeedHasNoLag() {
        // Given
        tells(event("2026-05-04T11:59:00Z"));
        tells();

        // When
        ask(FeedPosition.START);
        ask(new FeedPosition(1, 1));

        // Then
        assertEquals(0, lag.seconds());
    }

    @Test
    void theOldestEventThatIsNotAppliedIsTheLag() {
        // Given
        tells(event("2026-05-04T11:58:00Z"), event("2026-05-04T11:59:00Z"));

        // When
        ask(FeedPosition.START);

        // Then
        assertEquals(120, lag.seconds());
    }

    @Test
    void eventsThatCouldNotBeAppliedStayTheLag() {
        // Given
        tells(event("2026-05-04T11:58:00Z"));
        answers.add(Uni.createFrom().failure(new IllegalStateException("away")));
        ask(FeedPosition.START);

        // When
        ask(FeedPosition.START);

        // Then
        assertEquals(120, lag.seconds());
    }

    private void ask(FeedPosition after) {
        lag.read(after).onFailure().recoverWithItem(List.of()).await().indefinitely();
    }

    private void tells(FeedEvent... events) {
        answers.add(Uni.createFrom().item(List.of(events)));
    }

    private static FeedEvent event(String time) {
        return new FeedEvent("1.0", UUID.randomUUID(), "/other", "a.b", "s", Instant.parse(time), "application/json", "acme",
                "1-1",
                NullNode.getInstance());
    }
}
