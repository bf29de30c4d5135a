package io.groundswell.bench;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.groundswell.suite.Suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What one thread with the plain driver makes of posts: it parses each line, looks its hashtags and mentions up, and stores what
 * matches by {@code unnest}, 500 lines a transaction, in tables with the columns and indexes of the service's own: the post and
 * its tie to the campaign. No classification, no events, no checks, no report, no row-level security.
 */
final class JdbcPipeline implements AutoCloseable {
    private static final int LINES_A_TRANSACTION = 500;
    private static final String WORKSPACE = "bench-jdbc";
    private static final Pattern TERM = Pattern.compile("[#＃@]([\\p{L}\\p{M}\\p{N}_]+)");
    private static final List<String> TABLES = List.of(
            "create table if not exists bench_post (like post including all)",
            "create table if not exists bench_post_match (like post_match including all)",
            "truncate bench_post, bench_post_match");
    private static final String INSERT = """
            with stored as (
                insert into bench_post (workspace_id, id, network, network_post_id, author_key, author, text, language, permalink,
                    published_at, observed_at, likes, comments, rate_method, engagement_rate, hashtags, mentions, links, media,
                    digest, state)
                select '%1$s', i.id, i.network, i.network_post_id, i.author_key, i.author::jsonb, i.text, i.language, i.permalink,
                    i.published_at, i.observed_at, i.likes, i.comments, 'BY_FOLLOWERS', i.rate, array[i.term], '{}', '{}', '[]',
                    i.id, 'PENDING'
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::bigint[], ?::float8[], ?::text[])
                    as i (id, network, network_post_id, author_key, author, text, language, permalink, published_at,
                        observed_at, likes, comments, rate, term)
                on conflict (workspace_id, network, network_post_id) do nothing
                returning id
            )
            insert into bench_post_match (workspace_id, campaign_id, post_id, by_hashtag, by_mention)
            select '%1$s', ?::uuid, id, true, false from stored"""
            .formatted(WORKSPACE);

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> terms;
    private final UUID campaign = UUID.randomUUID();
    private final Connection connection;

    JdbcPipeline(Suite suite, String hashtag) throws SQLException {
        this.terms = Map.of(hashtag, "campaign");
        this.connection = suite.connectAsSuperuser("campaign");
        try (var statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        connection.setAutoCommit(false);
    }

    /** Returns posts per second. */
    double run(byte[] body) throws SQLException {
        long begin = System.nanoTime();
        int posts = 0;
        try (var lines = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            List<Found> found = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                match(line, found);
                if (++posts % LINES_A_TRANSACTION == 0) {
                    store(insert, found);
                }
            }
            store(insert, found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return posts / ((System.nanoTime() - begin) / 1e9);
    }

    private void match(String line, List<Found> found) throws IOException {
        JsonNode post = json.readTree(line);
        Matcher term = TERM.matcher(post.path("text").asText());
        while (term.find()) {
            String folded = Normalizer.normalize(Objects.requireNonNull(term.group(1)), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
            if (terms.containsKey(folded)) {
                found.add(new Found(post, folded));
                return;
            }
        }
    }

    private void store(PreparedStatement insert, List<Found> found) throws SQLException {
        insert.setArray(1, array("uuid", found, _ -> UUID.randomUUID()));
        insert.setArray(2, texts(found, "/network"));
        insert.setArray(3, texts(found, "/id"));
        insert.setArray(4, texts(found, "/author/id"));
        insert.setArray(5, array("text", found, one -> one.post().path("author").toString()));
        insert.setArray(6, texts(found, "/text"));
        insert.setArray(7, texts(found, "/language"));
        insert.setArray(8, texts(found, "/permalink"));
        insert.setArray(9, texts(found, "/publishedAt"));
        insert.setArray(10, texts(found, "/observedAt"));
        insert.setArray(11, array("int8", found, one -> one.post().at("/engagement/likes").asLong()));
        insert.setArray(12, array("int8", found, one -> one.post().at("/engagement/comments").asLong()));
        insert.setArray(13, array("float8", found, Found::rate));
        insert.setArray(14, array("text", found, Found::term));
        insert.setObject(15, campaign);
        insert.executeUpdate();
        connection.commit();
        found.clear();
    }

    private java.sql.Array texts(List<Found> found, String field) throws SQLException {
        return array("text", found, one -> one.post().at(field).asText());
    }

    private java.sql.Array array(String type, List<Found> found, Function<Found, Object> value) throws SQLException {
        return connection.createArrayOf(type, found.stream().map(value).toArray());
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private record Found(JsonNode post, String term) {
        double rate() {
            return (post.at("/engagement/likes").asDouble() + post.at("/engagement/comments").asDouble())
                    / post.at("/author/followers").asDouble();
        }
    }
}
