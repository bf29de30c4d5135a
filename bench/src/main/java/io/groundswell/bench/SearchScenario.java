package io.groundswell.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

import io.groundswell.suite.Suite;

import com.fasterxml.jackson.databind.JsonNode;

/** Search over HTTP, beside the same questions to PostgreSQL alone, among a million creators or {@code -Dbench.creators}. */
final class SearchScenario {
    private static final String WORKSPACE = "bench-search";
    private static final int CREATORS = Integer.getInteger("bench.creators", 1_000_000);
    private static final int CLIENTS = 2;
    private static final int TIMES = 2_000;
    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String SEARCH = "/v1/creators/search?";

    private static final List<String> FILTERS = List.of("tier=MICRO&sort=-followers", "network=TIKTOK&country=JP",
            "tier=NANO&tier=MICRO&language=es&sort=-followers", "minFollowers=5000&maxFollowers=50000&sort=followers",
            "stage=ACTIVE&kind=CUSTOMER", "network=YOUTUBE&tier=MEGA&sort=-followers");
    private static final List<String> TEXTS = List.of("q=coffee", "q=travel%20food", "q=%E5%92%96%E5%95%A1",
            "q=%E3%82%B3%E3%83%BC%E3%83%92%E3%83%BC", "q=fotografia&tier=NANO", "q=%22coffee%20travel%22", "q=cof",
            "q=%EC%BB%A4%ED%94%BC&sort=-followers");
    private static final List<String> FACETS = List.of("facets=tier,network,country,language,stage",
            "q=coffee&facets=tier,network,country", "tier=NANO&facets=tier,network,language", "network=X&facets=tier,country");

    private static final List<String> SQL_FILTERS = List.of(
            "select id from bench_search where tier = 'MICRO' order by followers desc, id limit 21",
            "select id from bench_search where network = 'TIKTOK' and country = 'JP' order by id desc limit 21",
            "select id from bench_search where tier in ('NANO', 'MICRO') and language = 'es' order by followers desc, id limit 21");
    private static final List<String> SQL_TEXTS = List.of(sqlText("coffee"), sqlText("travel food"), sqlText("fotografía"));
    private static final List<String> SQL_FACETS = List.of(sqlFacet("true"), sqlFacet("tier = 'NANO'"),
            sqlFacet("network = 'X'"));

    private final Suite suite;

    SearchScenario(Suite suite) {
        this.suite = suite;
    }

    void run() {
        try {
            new SearchPopulation(suite).store(WORKSPACE, CREATORS);
            Client service = new Client(suite, WORKSPACE, suite.url("creator-service"));
            Client gateway = new Client(suite, WORKSPACE);
            Duration built = build(service);
            Bench.row("search index of %,d creators built".formatted(CREATORS),
                    String.format(Locale.ROOT, "%.0f s", built.toMillis() / 1000.0), "", "");
            compare("filters", FILTERS, SQL_FILTERS, service, gateway, 10);
            compare("text", TEXTS, SQL_TEXTS, service, gateway, 15);
            compare("facets", FACETS, SQL_FACETS, service, gateway, 20);
            pages(service);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration build(Client client) {
        Instant begin = Instant.now();
        JsonNode index = Client.json(client.get("/v1/creators/search-index"));
        while (index.path("documents").asLong() < CREATORS || !index.path("state").asText().equals("READY")) {
            if (Instant.now().isAfter(begin.plus(PATIENCE))) {
                throw new IllegalStateException("The search index is not built: " + index);
            }
            LockSupport.parkNanos(200_000_000L);
            index = Client.json(client.get("/v1/creators/search-index"));
        }
        return Duration.between(begin, Instant.now());
    }

    private void compare(String what, List<String> queries, List<String> statements, Client service, Client gateway, int limit)
            throws SQLException {
        List<String> requests = queries.stream().map(SEARCH::concat).toList();
        Latencies.of(requests, TIMES * 5, CLIENTS, service::get);
        Latencies alone = Latencies.of(requests, TIMES, 1, service::get);
        Latencies direct = Latencies.of(requests, TIMES, CLIENTS, service::get);
        Latencies.of(requests, TIMES, CLIENTS, gateway::get);
        Latencies passed = Latencies.of(requests, TIMES, CLIENTS, gateway::get);
        Latencies sql = sql(statements);
        Bench.row("search, %s, one client".formatted(what), alone + "; limit p95 " + limit + " ms", "", "");
        Bench.row("search, %s, %d clients, which use up both cores".formatted(what, CLIENTS),
                direct + "; limit p95 " + limit + " ms",
                sql + " by PostgreSQL alone, one client, not over HTTP", Bench.ratio(direct.p95() / sql.p95()));
        Bench.row("search, %s, through the gateway".formatted(what), passed.toString(), direct + " past it",
                Bench.ratio(passed.p95() / direct.p95()));
    }

    private Latencies sql(List<String> statements) throws SQLException {
        try (Connection connection = suite.connectAsSuperuser("creator")) {
            Latencies.of(statements, 9, 1, statement -> ask(connection, statement));
            return Latencies.of(statements, 60, 1, statement -> ask(connection, statement));
        }
    }

    private static void ask(Connection connection, String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Walks to the page and asks for it as often as for the first. */
    private static void pages(Client client) {
        String first = SEARCH + "tier=NANO&sort=-followers";
        String address = first;
        for (int page = 1; page < PAGE; page++) {
            address = first + "&cursor=" + Client.json(client.get(address)).path("page").path("next").asText();
        }
        Latencies one = Latencies.of(List.of(first), TIMES, CLIENTS, client::get);
        Latencies late = Latencies.of(List.of(address), TIMES, CLIENTS, client::get);
        Bench.row("search, page %d".formatted(PAGE), late + "; limit 1.2 of page 1", one + " for page 1",
                Bench.ratio(late.p50() / one.p50()));
    }

    private static String sqlText(String words) {
        return """
                select id from bench_search, plainto_tsquery('simple', '%s') asked
                where words @@ asked order by ts_rank(words, asked) desc, id limit 21""".formatted(words);
    }

    private static String sqlFacet(String condition) {
        return """
                select 'tier', tier, count(*) from bench_search where %1$s group by tier
                union all select 'network', network, count(*) from bench_search where %1$s group by network
                union all select 'country', country, count(*) from bench_search where %1$s group by country"""
                .formatted(condition);
    }
}
