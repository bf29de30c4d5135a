package io.groundswell.advocacy.click;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.groundswell.advocacy.Api;
import io.groundswell.advocacy.click.ClickStore.Judged;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.testing.PostgresTestResource;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class ClickStoreTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    ClickStore store;
    @Inject
    ClickRecorder recorder;
    @Inject
    VisitorSalts salts;
    @TempDir
    Path directory;

    private final Api api = Api.ofNewWorkspace();
    private final Workspace workspace = new Workspace(api.workspace());
    private UUID share;

    @BeforeEach
    void someoneShares() {
        api.employ("ada@demo.example");
        share = UUID.fromString(api.share("ada@demo.example", api.createPack(Uuid7.next()), "X").path("id"));
    }

    @Test
    void clicksAreRepeatsUpToThirtyMinutesAfterTheOneBefore() throws SQLException {
        // Given
        UUID visitor = UUID.randomUUID();
        List<Judged> clicks = List.of(click(visitor, 0), click(visitor, 29), click(visitor, 58), click(visitor, 88),
                click(UUID.randomUUID(), 30));

        // When
        save(clicks);

        // Then
        assertEquals(new Totals(3, 2, 0), totals());
    }

    @Test
    void storingTheSameClicksAgainChangesNothing() throws SQLException {
        // Given
        UUID visitor = UUID.randomUUID();
        List<Judged> clicks = List.of(click(visitor, 0), click(visitor, 5), new Judged(click(visitor, 7).click(), true));
        save(clicks);

        // When
        save(clicks);

        // Then
        assertEquals(new Totals(1, 1, 1), totals());
    }

    @Test
    void aClickThatArrivesLateMakesTheNextOneARepeat() throws SQLException {
        // Given
        UUID visitor = UUID.randomUUID();
        save(List.of(click(visitor, 20)));

        // When
        save(List.of(click(visitor, 0)));

        // Then
        assertEquals(new Totals(1, 1, 0), totals());
    }

    @RepeatedTest(15)
    void theOrderOfArrivalDoesNotMatter(RepetitionInfo repetition) throws SQLException {
        // Given
        Random random = new Random(repetition.getCurrentRepetition());
        List<UUID> visitors = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        List<Judged> clicks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int visitor = random.nextInt(visitors.size());
            clicks.add(new Judged(click(visitors.get(visitor), random.nextInt(600)).click(), visitor == 2));
        }
        Totals expected = oneByOne(clicks);
        Collections.shuffle(clicks, random);

        // When
        for (int from = 0; from < clicks.size();) {
            int to = Math.min(clicks.size(), from + 1 + random.nextInt(20));
            save(clicks.subList(Math.max(0, from - random.nextInt(5)), to));
            from = to;
        }

        // Then
        assertEquals(expected, totals());
    }

    @Test
    void replicasThatStoreAtOnceJudgeTogether() throws SQLException {
        // Given
        UUID visitor = UUID.randomUUID();
        List<Uni<Void>> batches = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            batches.add(store.store(workspace, List.of(click(visitor, i))));
        }

        // When
        Uni.join().all(batches).andFailFast().await().atMost(LONG);

        // Then
        assertEquals(new Totals(1, 11, 0), totals());
    }

    @Test
    void clicksOfAShareThatIsNotThereAreDropped() throws SQLException {
        // Given
        var stray = new Judged(new Click(Uuid7.next(), api.workspace(), UUID.randomUUID(), UUID.randomUUID(), NOON, ""), false);

        // When
        save(List.of(stray, click(UUID.randomUUID(), 0)));

        // Then
        assertEquals(new Totals(1, 0, 0), totals());
    }

    @Test
    void onlyExpiredRowsLeaveAndTotalsStay() throws SQLException {
        // Given
        save(List.of(click(UUID.randomUUID(), 0), click(UUID.randomUUID(), 0)));
        superuser(
                "update click set stored_at = now() - interval '31 days' where id = (select id from click where workspace_id = '%s' limit 1)"
                        .formatted(api.workspace()));

        // When
        boolean more = store.expire().await().atMost(LONG);

        // Then
        assertEquals(false, more);
        assertEquals(1, count("select count(*) from click where workspace_id = '%s'".formatted(api.workspace())));
        assertEquals(new Totals(2, 0, 0), totals());
    }

    @Test
    void aJournalThatWasLeftBehindIsStoredOnceHoweverOftenItIsReplayed() throws IOException, SQLException {
        // Given
        List<Click> clicks = new ArrayList<>();
        for (int i = 0; i < 4_500; i++) {
            clicks.add(new Click(Uuid7.next(), api.workspace(), share, UUID.randomUUID(), NOON, Api.BROWSER));
        }
        save(clicks.subList(0, 2_000).stream().map(click -> new Judged(click, false)).toList());
        try (ClickJournal killed = ClickJournal.open(directory)) {
            for (Click click : clicks) {
                killed.append(click);
            }
        }

        // When
        try (ClickJournal journal = ClickJournal.open(directory)) {
            new ClickFlush(recorder, store, salts).flush(journal);

            // Then
            assertEquals(List.of(), journal.sealed());
        }
        assertEquals(new Totals(4_500, 0, 0), totals());
    }

    @Test
    void noAddressIsStored() throws SQLException {
        // Given
        String link = api.shareLink("ada@demo.example", api.createPack(Uuid7.next()), "X");

        // When
        Api.follow(link, "203.0.113.77", Api.BROWSER);

        // Then
        assertEquals(0,
                count("select count(*) from information_schema.columns where table_name = 'click' and data_type = 'inet'"));
        assertEquals(0, count("select count(*) from click where click::text like '%203.0.113.77%'"));
    }

    private void save(List<Judged> clicks) {
        store.store(workspace, clicks).await().atMost(LONG);
    }

    private Judged click(UUID visitor, int minute) {
        return new Judged(new Click(Uuid7.next(), api.workspace(), share, visitor, NOON.plus(Duration.ofMinutes(minute)), ""),
                false);
    }

    /** The rule, click by click in the order of time. */
    private static Totals oneByOne(List<Judged> clicks) {
        Map<UUID, Instant> last = new HashMap<>();
        int counted = 0;
        int repeats = 0;
        int bots = 0;
        List<Judged> inTime = clicks.stream().sorted(Comparator.comparing(judged -> judged.click().at())).toList();
        for (Judged judged : inTime) {
            Instant at = judged.click().at();
            Instant before = last.put(judged.click().visitor(), at);
            if (judged.robot()) {
                bots++;
            } else if (before != null && at.isBefore(before.plus(Duration.ofMinutes(30)))) {
                repeats++;
            } else {
                counted++;
            }
        }
        return new Totals(counted, repeats, bots);
    }

    private Totals totals() throws SQLException {
        try (Connection connection = PostgresTestResource.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select coalesce(sum(clicks), 0), coalesce(sum(repeats), 0), coalesce(sum(bots), 0) from share_day where share_id = '%s'"
                                .formatted(share))) {
            rows.next();
            return new Totals(rows.getInt(1), rows.getInt(2), rows.getInt(3));
        }
    }

    private static int count(String sql) throws SQLException {
        try (Connection connection = PostgresTestResource.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection connection = PostgresTestResource.superuser(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record Totals(int clicks, int repeats, int bots) {}
}
