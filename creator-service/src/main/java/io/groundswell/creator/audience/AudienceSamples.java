package io.groundswell.creator.audience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.KnownCreators;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Samples of accounts' audiences. Only how often each first digit comes is kept, which is all that is asked of them. */
@ApplicationScoped
class AudienceSamples {
    /** Clocks differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Instant BEFORE_ANY_NETWORK = Instant.parse("1995-01-01T00:00:00Z");

    /** An account without a sample gives one row without one, an account that is not known none. */
    private static final String GET = """
            select s.revision, s.taken_at, s.digits, s.zeros
            from account a
            left join audience_sample s on s.workspace_id = $1 and s.account_id = a.id
            where a.workspace_id = $1 and a.creator_id = $2 and a.id = $3""";
    private static final String STORE = """
            insert into audience_sample (workspace_id, account_id, revision, taken_at, digits, zeros)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (workspace_id, account_id) do update set revision = excluded.revision, taken_at = excluded.taken_at,
                digits = excluded.digits, zeros = excluded.zeros""";
    private static final String DELETE = "delete from audience_sample where workspace_id = $1 and account_id = $2";

    private final WorkspaceDatabase database;
    private final KnownCreators creators;
    private final Clock clock;

    AudienceSamples(WorkspaceDatabase database, KnownCreators creators, Clock clock) {
        this.database = database;
        this.creators = creators;
        this.clock = clock;
    }

    /**
     * A sample that was stored.
     *
     * @param first whether the account had none before
     */
    record Stored(AudienceSampleView sample, boolean first) {}

    /** Returns the account's sample, or fails with 404. */
    Uni<AudienceSampleView> get(Workspace workspace, UUID creatorId, UUID accountId) {
        return database.read(workspace, GET, Tuple.of(workspace.key(), creatorId, accountId))
                .map(rows -> required(accountId, known(accountId, rows)));
    }

    /** Stores the sample in place of the one that {@code ifMatch} names; without {@code ifMatch}, it must be the first. */
    Uni<Stored> replace(Workspace workspace, UUID creatorId, UUID accountId, @Nullable String ifMatch,
            AudienceSampleDraft draft) {
        AudienceSampleView sample = sample(accountId, draft);
        return database.write(workspace, transaction -> find(transaction, workspace, creatorId, accountId)
                .map(found -> {
                    AudienceSampleView known = found.sample();
                    requireMatch(ifMatch, known);
                    return new Stored(sample, known == null);
                })
                .call(() -> transaction.preparedQuery(STORE).execute(Tuple.tuple()
                        .addString(workspace.key()).addUUID(accountId).addUUID(sample.revision())
                        .addOffsetDateTime(sample.takenAt().atOffset(ZoneOffset.UTC))
                        .addArrayOfLong(sample.firstDigits().toArray(Long[]::new)).addLong(sample.zeros()))));
    }

    /** Deletes the sample that {@code ifMatch} names. */
    Uni<Void> delete(Workspace workspace, UUID creatorId, UUID accountId, @Nullable String ifMatch) {
        String required = Preconditions.require(ifMatch);
        return database.write(workspace, transaction -> find(transaction, workspace, creatorId, accountId)
                .invoke(found -> Preconditions.requireMatch(required, required(accountId, found.sample()).tag()))
                .chain(() -> transaction.preparedQuery(DELETE).execute(Tuple.of(workspace.key(), accountId))))
                .replaceWithVoid();
    }

    private Uni<Found> find(SqlConnection transaction, Workspace workspace, UUID creatorId, UUID accountId) {
        return creators.require(transaction, workspace, creatorId)
                .chain(() -> transaction.preparedQuery(GET).execute(Tuple.of(workspace.key(), creatorId, accountId)))
                .map(rows -> new Found(known(accountId, rows)));
    }

    private static void requireMatch(@Nullable String ifMatch, @Nullable AudienceSampleView known) {
        if (known != null) {
            Preconditions.requireMatch(ifMatch, known.tag());
        } else if (ifMatch != null) {
            throw ProblemException.of(ProblemType.PRECONDITION_FAILED,
                    "The account has no sample that could be replaced. Leave If-Match out to store the first.");
        }
    }

    private AudienceSampleView sample(UUID accountId, AudienceSampleDraft draft) {
        Instant now = clock.instant();
        Instant takenAt = Objects.requireNonNullElse(draft.takenAt(), now).truncatedTo(ChronoUnit.MICROS);
        if (takenAt.isAfter(now.plus(TOLERANCE)) || takenAt.isBefore(BEFORE_ANY_NETWORK)) {
            throw new InvalidValue("takenAt", "out-of-range", "Must not lie in the future or before 1995.");
        }
        FirstDigits digits = FirstDigits.of(draft.followerCounts());
        return new AudienceSampleView(accountId, takenAt, draft.followerCounts().size(), digits.zeros(), digits.counts(),
                Uuid7.next());
    }

    private static AudienceSampleView required(UUID accountId, @Nullable AudienceSampleView sample) {
        if (sample == null) {
            throw ProblemException.notFound("audience sample of account", accountId);
        }
        return sample;
    }

    private static @Nullable AudienceSampleView known(UUID accountId, RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw ProblemException.notFound("account", accountId);
        }
        Row row = rows.iterator().next();
        if (row.getUUID("revision") == null) {
            return null;
        }
        var digits = new FirstDigits(Stream.of(row.getArrayOfLongs("digits")).toList(), row.getLong("zeros"));
        OffsetDateTime takenAt = Objects.requireNonNull(row.getOffsetDateTime("taken_at"), "taken_at");
        return new AudienceSampleView(accountId, takenAt.toInstant(), digits.total() + digits.zeros(), digits.zeros(),
                digits.counts(), row.getUUID("revision"));
    }

    /** What an account has; a stream of one item cannot hold null. */
    private record Found(@Nullable AudienceSampleView sample) {}
}
