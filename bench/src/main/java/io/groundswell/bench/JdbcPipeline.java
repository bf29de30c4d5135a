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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.groundswell.suite.Suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The least that a program of one thread could do with posts: parse each line, look its hashtags up, and insert those that match
 * by {@code unnest}, 500 lines a transaction, with the plain driver. No classification, no events, no checks, no report, no
 * row-level security; a table of its own with a primary key and the natural key.
 */
final class JdbcPipeline implements AutoCloseable {
    private static final int LINES_A_TRANSACTION = 500;
    private static final Pattern HASHTAG = Pattern.compile("[#＃]([\\p{L}\\p{M}\\p{N}_]+)");
    private static final String TABLE = """
            create table if not exists bench_post (id uuid primary key default uuidv7(), network text not null,
                network_post_id text not null, author text not null, text text not null, permalink text,
                published_at timestamptz not null, observed_at timestamptz not null, likes bigint, comments bigint,
                hashtag text not null, unique (network, network_post_id))""";
    private static final String INSERT = """
            insert into bench_post (network, network_post_id, author, text, permalink, published_at, observed_at, likes,
                comments, hashtag)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                ?::bigint[], ?::bigint[], ?::text[])
            on conflict (network, network_post_id) do nothing""";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> terms;
    private final Connection connection;

    JdbcPipeline(Suite suite, String hashtag) throws SQLException {
        this.terms = Map.of(hashtag, "campaign");
        this.connection = suite.connectAsSuperuser("campaign");
        try (var statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute("truncate bench_post");
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
        Matcher hashtags = HASHTAG.matcher(post.path("text").asText());
        while (hashtags.find()) {
            String folded = Normalizer.normalize(Objects.requireNonNull(hashtags.group(1)), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
            if (terms.containsKey(folded)) {
                found.add(new Found(post, folded));
                return;
            }
        }
    }

    private void store(PreparedStatement insert, List<Found> found) throws SQLException {
        insert.setArray(1, texts(found, "network"));
        insert.setArray(2, texts(found, "id"));
        insert.setArray(3, array("text", found, one -> one.post().path("author").toString()));
        insert.setArray(4, texts(found, "text"));
        insert.setArray(5, texts(found, "permalink"));
        insert.setArray(6, texts(found, "publishedAt"));
        insert.setArray(7, texts(found, "observedAt"));
        insert.setArray(8, array("int8", found, one -> one.post().path("engagement").path("likes").asLong()));
        insert.setArray(9, array("int8", found, one -> one.post().path("engagement").path("comments").asLong()));
        insert.setArray(10, array("text", found, Found::hashtag));
        insert.executeUpdate();
        connection.commit();
        found.clear();
    }

    private java.sql.Array texts(List<Found> found, String field) throws SQLException {
        return array("text", found, one -> one.post().path(field).asText());
    }

    private java.sql.Array array(String type, List<Found> found, Function<Found, Object> value) throws SQLException {
        return connection.createArrayOf(type, found.stream().map(value).toArray());
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private record Found(JsonNode post, String hashtag) {}
}
