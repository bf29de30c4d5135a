package io.groundswell.kit.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.groundswell.kit.workspace.WorkspaceTransaction;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;

/**
 * Runs an effect at most once per key for 24 hours. A repeated request gets the first one's answer with
 * {@code Idempotent-Replayed: true}; 409 while the first is running; 422 when the key was used for something else. A failed
 * effect leaves no trace, so its key may be tried again.
 */
@ApplicationScoped
@IfBuildProperty(name = "groundswell.database", stringValue = "true", enableIfMissing = true)
public class Idempotency {
    private static final String REPLAYED = "Idempotent-Replayed";
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {
    };

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended(?1, 0))";
    private static final String FIND = """
            select request_digest, status, headers, body from idempotency_key
            where workspace_id = ?1 and key = ?2 and created_at > now() - interval '24 hours'""";
    /**
     * Some expired keys of the workspace leave with each new one: the table stays small without a scheduler. Those that
     * another transaction is deleting are skipped, so that keys never wait for each other.
     */
    private static final String STORE = """
            with expired as (
                select key from idempotency_key
                where workspace_id = ?1 and key <> ?2 and created_at <= now() - interval '24 hours'
                limit 100 for update skip locked
            ), gone as (
                delete from idempotency_key where workspace_id = ?1 and key in (select key from expired))
            insert into idempotency_key (workspace_id, key, request_digest, status, headers, body)
            values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict (workspace_id, key) do update set request_digest = excluded.request_digest, status = excluded.status,
                headers = excluded.headers, body = excluded.body, created_at = now()""";

    private final WorkspaceTransaction transaction;
    private final WorkspaceDatabase database;
    private final ObjectMapper json;
    private final ObjectMapper canonicalJson;

    Idempotency(WorkspaceTransaction transaction, WorkspaceDatabase database, ObjectMapper json) {
        this.transaction = transaction;
        this.database = database;
        this.json = json;
        this.canonicalJson = json.copy();
        this.canonicalJson.configure(JsonNodeFeature.WRITE_PROPERTIES_SORTED, true);
        this.canonicalJson.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** Runs the effect in a transaction of the workspace, once per key; without a key, each time. */
    public Uni<Response> once(Workspace workspace, IdempotentRequest request, Supplier<Uni<Response>> effect) {
        String key = request.key();
        return key == null
                ? transaction.run(workspace, effect)
                : transaction.run(workspace, () -> onceForKey(workspace, key, digest(request), effect));
    }

    /** The same for an effect that is SQL on the client's connection, in a transaction of {@link WorkspaceDatabase#write}. */
    public Uni<Response> once(Workspace workspace, IdempotentRequest request, Function<SqlConnection, Uni<Response>> effect) {
        String key = request.key();
        if (key == null) {
            return database.write(workspace, effect);
        }
        String digest = digest(request);
        return database.write(workspace, connection -> rows(connection, LOCK, workspace.key() + " " + key)
                .invoke(rows -> requireAcquired(rows.iterator().next().getBoolean(0)))
                .chain(() -> rows(connection, FIND, workspace.key(), key))
                .map(this::read)
                .chain(stored -> answer(stored, digest, () -> effect.apply(connection),
                        answer -> rows(connection, STORE, workspace.key(), key, digest, answer.status(),
                                write(json, answer.headers()), answer.body()))));
    }

    /** The client counts parameters by a dollar sign, the object mapper by a question mark. */
    private static Uni<RowSet<Row>> rows(SqlConnection connection, String sql, Object... parameters) {
        return connection.preparedQuery(sql.replace('?', '$'))
                .execute(io.vertx.mutiny.sqlclient.Tuple.from(Arrays.asList(parameters)));
    }

    private Stored read(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return new Stored.Nothing();
        }
        Row row = rows.iterator().next();
        return new Stored.Answer(row.getString("request_digest"), row.getInteger("status"), read(row.getString("headers")),
                row.getString("body"));
    }

    private Uni<Response> onceForKey(Workspace workspace, String key, String digest, Supplier<Uni<Response>> effect) {
        return lock(workspace, key)
                .chain(() -> find(workspace, key))
                .chain(stored -> answer(stored, digest, effect, answer -> store(workspace, key, digest, answer)));
    }

    private Uni<Response> answer(Stored stored, String digest, Supplier<Uni<Response>> effect,
            Function<Stored.Answer, Uni<?>> keep) {
        return switch (stored) {
            case Stored.Nothing _ -> effect.get()
                    .map(this::stored)
                    .call(keep)
                    .map(answer -> answer.toResponse(false));
            case Stored.Answer answer when answer.requestDigest().equals(digest) ->
                Uni.createFrom().item(answer.toResponse(true));
            case Stored.Answer _ -> Uni.createFrom().failure(ProblemException.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for a different request. Use a new key for a new request."));
        };
    }

    private static Uni<Void> lock(Workspace workspace, String key) {
        return Panache.getSession().chain(session -> session.createNativeQuery(LOCK, Boolean.class)
                .setParameter(1, workspace.key() + " " + key)
                .getSingleResult())
                .invoke(Idempotency::requireAcquired)
                .replaceWithVoid();
    }

    private static void requireAcquired(boolean acquired) {
        if (!acquired) {
            throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_IN_USE,
                    "A request with this Idempotency-Key is still running. Try again in a moment.")
                    .withHeader(HttpHeaders.RETRY_AFTER, "1");
        }
    }

    private Uni<Stored> find(Workspace workspace, String key) {
        return Panache.getSession().chain(session -> session.createNativeQuery(FIND, Tuple.class)
                .setParameter(1, workspace.key())
                .setParameter(2, key)
                .getSingleResultOrNull())
                .map(row -> row == null
                        ? new Stored.Nothing()
                        : new Stored.Answer(row.get(0, String.class), row.get(1, Integer.class),
                                read(row.get(2, String.class)), row.get(3, String.class)));
    }

    private Uni<Integer> store(Workspace workspace, String key, String digest, Stored.Answer answer) {
        return Panache.getSession().chain(session -> session.flush().chain(() -> session.createNativeQuery(STORE)
                .setParameter(1, workspace.key())
                .setParameter(2, key)
                .setParameter(3, digest)
                .setParameter(4, answer.status())
                .setParameter(5, write(json, answer.headers()))
                .setParameter(6, answer.body())
                .executeUpdate()));
    }

    private Stored.Answer stored(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.getStringHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        if (response.hasEntity()) {
            headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        return new Stored.Answer("", response.getStatus(), headers,
                response.hasEntity() ? write(json, response.getEntity()) : "");
    }

    private String digest(IdempotentRequest request) {
        try {
            byte[] content = (request.operation() + "\n" + write(canonicalJson, request.payload()))
                    .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private Map<String, String> read(String headers) {
        try {
            return json.readValue(headers, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored headers are not the JSON that was written", e);
        }
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An API record must be writable as JSON", e);
        }
    }

    /** What the table knows of a key. */
    private sealed interface Stored {
        record Nothing() implements Stored {}

        record Answer(String requestDigest, int status, Map<String, String> headers, String body) implements Stored {
            Response toResponse(boolean replayed) {
                Response.ResponseBuilder response = Response.status(status);
                headers.forEach(response::header);
                if (!body.isEmpty()) {
                    response.entity(body);
                }
                return replayed ? response.header(REPLAYED, "true").build() : response.build();
            }
        }
    }
}
