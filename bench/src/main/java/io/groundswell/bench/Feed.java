package io.groundswell.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

import io.groundswell.suite.Suite;

/** creator-service's reading of campaign-service's feed, which shares the machine with whatever is measured. */
final class Feed {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private Feed() {}

    /** Waits until every event has had its effect; returns how many there are. */
    static long drained(Suite suite) throws SQLException {
        try (Connection campaign = suite.connectAsSuperuser("campaign");
                Connection creator = suite.connectAsSuperuser("creator")) {
            long events = Long.parseLong(text(campaign, "select count(*) from outbox"));
            String last = text(campaign, "select xid || '-' || sequence from outbox order by xid desc, sequence desc limit 1");
            Instant end = Instant.now().plus(PATIENCE);
            while (!last.equals(text(creator, "select max(position) from feed_position"))) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("creator-service does not catch up");
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
            return events;
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
