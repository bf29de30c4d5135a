package io.groundswell.campaign.listening.live;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.outgoing.OutgoingHosts;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.secret.SealedSecrets;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** What people can do with connectors. */
@ApplicationScoped
class Connectors {
    private static final String CREATE = """
            insert into connector (workspace_id, id, kind, name, url, stream, wanted_dids, access_token, created_at, updated_at)
            values (?1, ?2, ?3, ?4, ?5, cast(?6 as text), string_to_array(?7, ' '), cast(?8 as text), ?9, ?9)""";
    private static final String CREATE_RUN = """
            insert into connector_run (workspace_id, id, state, state_since) values (?1, ?2, 'STOPPED', ?3)""";
    private static final String CURRENT = """
            select kind, name, url, stream, wanted_dids, version from connector where workspace_id = $1 and id = $2 for update""";
    private static final String REVISE = """
            update connector set name = $3, url = $4, stream = $5, wanted_dids = $6, access_token = coalesce($7, access_token),
                updated_at = $8, version = version + 1
            where workspace_id = $1 and id = $2""";
    /** The position in one stream says nothing of another. Whoever listens finds that it no longer owns the connector. */
    private static final String BEGIN_ANEW = """
            update connector_run set position = case when $3 then null else position end, owner = null, lease_until = null,
                state = case when wanted then 'STARTING' else state end, state_since = case when wanted then $4 else state_since end,
                next_attempt_at = null
            where workspace_id = $1 and id = $2""";
    private static final String START = """
            update connector_run set wanted = true, state = 'STARTING', state_since = $3, owner = null, lease_until = null,
                last_error = null, next_attempt_at = null
            where workspace_id = $1 and id = $2 and not wanted""";
    private static final String STOP = """
            update connector_run set wanted = false, state = 'STOPPED', state_since = $3, owner = null, lease_until = null,
                next_attempt_at = null
            where workspace_id = $1 and id = $2 and state <> 'STOPPED'""";
    private static final List<String> DELETE = List.of(
            "delete from connector_run where workspace_id = $1 and id = $2",
            "delete from connector_sighting where workspace_id = $1 and connector_id = $2",
            "delete from connector where workspace_id = $1 and id = $2");

    private final WorkspaceDatabase database;
    private final ConnectorStore store;
    private final SealedSecrets secrets;
    private final OutgoingHosts hosts;
    private final Clock clock;

    Connectors(WorkspaceDatabase database, ConnectorStore store, SealedSecrets secrets, OutgoingHttp http, Clock clock) {
        this.database = database;
        this.store = store;
        this.secrets = secrets;
        this.hosts = http.hosts();
        this.clock = clock;
    }

    /** Tells what is wrong with the address while somebody is there to hear it; connecting checks it again. */
    Uni<Void> check(ConnectorDraft draft) {
        String scheme = String.valueOf(draft.address().getScheme());
        boolean secure = scheme.equalsIgnoreCase(draft.kind().scheme());
        int port = draft.address().getPort() < 0 ? (secure ? 443 : 80) : draft.address().getPort();
        if (!secure && !hosts.isAllowed(draft.address().getHost(), port)) {
            throw new InvalidValue("url", "not-encrypted", "Must begin with %s://.".formatted(draft.kind().scheme()));
        }
        return Uni.createFrom().completionStage(() -> hosts.resolve(draft.address().getHost(), port).toCompletionStage())
                .onFailure(OutgoingHosts.Refused.class).transform(_ -> new InvalidValue("url", "not-public",
                        "Must be a server of the open internet."))
                .onFailure(failure -> !(failure instanceof InvalidValue)).recoverWithNull().replaceWithVoid();
    }

    /** Creates within the current session. */
    Uni<ConnectorView> create(Workspace workspace, ConnectorDraft draft) {
        UUID id = Uuid7.next();
        Instant now = now();
        String token = sealed(workspace, id, draft.accessToken());
        return Panache.getSession().chain(session -> session.createNativeQuery(CREATE)
                .setParameter(1, workspace.key()).setParameter(2, id).setParameter(3, draft.kind().name())
                .setParameter(4, draft.name()).setParameter(5, draft.url()).setParameter(6, draft.stream())
                .setParameter(7, String.join(" ", draft.wantedDids())).setParameter(8, token)
                .setParameter(9, now.atOffset(ZoneOffset.UTC)).executeUpdate()
                .chain(() -> session.createNativeQuery(CREATE_RUN).setParameter(1, workspace.key()).setParameter(2, id)
                        .setParameter(3, now.atOffset(ZoneOffset.UTC)).executeUpdate()))
                .map(_ -> new ConnectorView(id, draft.kind(), draft.name(), draft.url(), draft.stream(), draft.wantedDids(),
                        token != null, new ConnectorView.Listening(ConnectorState.STOPPED, now, null, null, null,
                                new ConnectorView.Counts(0, 0, 0, 0, 0), null, null),
                        now, now, 0));
    }

    /** Changes the version that the caller knows; whoever listens begins anew. */
    Uni<ConnectorView> revise(Workspace workspace, UUID id, @Nullable String ifMatch, UnaryOperator<ConnectorDraft> change) {
        String required = Preconditions.require(ifMatch);
        return store.get(workspace, id).chain(known -> check(change.apply(draft(known))))
                .chain(() -> database.write(workspace, transaction -> current(transaction, workspace, id, required)
                        .chain(known -> {
                            ConnectorDraft revised = change.apply(known);
                            if (revised.kind() != known.kind()) {
                                throw new InvalidValue("kind", "not-changeable", "Make another connector for another network.");
                            }
                            return store(transaction, workspace, id, known, revised);
                        })))
                .chain(() -> store.get(workspace, id));
    }

    private Uni<Void> store(SqlConnection transaction, Workspace workspace, UUID id, ConnectorDraft known,
            ConnectorDraft revised) {
        var now = now().atOffset(ZoneOffset.UTC);
        boolean elsewhere = !known.url().equals(revised.url()) || !Objects.equals(known.stream(), revised.stream());
        return transaction.preparedQuery(REVISE)
                .execute(Tuple.of(workspace.key(), id, revised.name(), revised.url(), revised.stream())
                        .addArrayOfString(revised.wantedDids().toArray(String[]::new))
                        .addString(sealed(workspace, id, revised.accessToken())).addOffsetDateTime(now))
                .chain(() -> transaction.preparedQuery(BEGIN_ANEW).execute(Tuple.of(workspace.key(), id, elsewhere, now)))
                .replaceWithVoid();
    }

    Uni<ConnectorView> start(Workspace workspace, UUID id) {
        return move(workspace, id, START);
    }

    Uni<ConnectorView> stop(Workspace workspace, UUID id) {
        return move(workspace, id, STOP);
    }

    private Uni<ConnectorView> move(Workspace workspace, UUID id, String statement) {
        return database.write(workspace, transaction -> transaction.preparedQuery(statement)
                .execute(Tuple.of(workspace.key(), id, now().atOffset(ZoneOffset.UTC))))
                .chain(() -> store.get(workspace, id));
    }

    Uni<Void> delete(Workspace workspace, UUID id, @Nullable String ifMatch) {
        String required = Preconditions.require(ifMatch);
        return database.write(workspace, transaction -> {
            Uni<Void> done = current(transaction, workspace, id, required).replaceWithVoid();
            for (String statement : DELETE) {
                done = done.chain(() -> transaction.preparedQuery(statement).execute(Tuple.of(workspace.key(), id))
                        .replaceWithVoid());
            }
            return done;
        });
    }

    private static Uni<ConnectorDraft> current(SqlConnection transaction, Workspace workspace, UUID id, String ifMatch) {
        return transaction.preparedQuery(CURRENT).execute(Tuple.of(workspace.key(), id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("connector", id);
            }
            Row row = rows.iterator().next();
            Preconditions.requireMatch(ifMatch, EntityTag.of(id, row.getLong("version")));
            return new ConnectorDraft(ConnectorKind.valueOf(row.getString("kind")), row.getString("name"), row.getString("url"),
                    row.getString("stream"), List.of(row.getArrayOfStrings("wanted_dids")), null);
        });
    }

    private static ConnectorDraft draft(ConnectorView known) {
        return new ConnectorDraft(known.kind(), known.name(), known.url(), known.stream(), known.wantedDids(), null);
    }

    private @Nullable String sealed(Workspace workspace, UUID id, @Nullable String token) {
        return token == null ? null : secrets.seal(ConnectorSettings.placeOfToken(workspace, id), token);
    }

    /** PostgreSQL keeps microseconds; what is answered must equal what is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
