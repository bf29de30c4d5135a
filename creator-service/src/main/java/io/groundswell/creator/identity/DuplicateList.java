package io.groundswell.creator.identity;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.MergedCreator;
import io.groundswell.creator.identity.DuplicateCandidateView.Candidate;
import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Shows candidates, the likeliest first. */
@ApplicationScoped
class DuplicateList {
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {
    };

    /** Who has been merged since a pair was found is left out at once, before the next sweep comes to it. */
    private static final String SELECT = """
            select c.first_id, f.display_name as first_name, c.second_id, s.display_name as second_name, c.probability, c.model,
                c.prior, c.evidence, c.found_at, d.dismissed_at, d.dismissed_by
            from %s c
            join creator f on f.workspace_id = $1 and f.id = c.first_id and f.merged_into is null
            join creator s on s.workspace_id = $1 and s.id = c.second_id and s.merged_into is null
            left join duplicate_dismissal d
                on d.workspace_id = $1 and d.first_id = c.first_id and d.second_id = c.second_id
            where c.workspace_id = $1""";
    private static final String ALL = SELECT.formatted("duplicate_candidate");
    /** One index for each side. */
    private static final String OF_ONE = SELECT.formatted("""
            (select * from duplicate_candidate where workspace_id = $1 and first_id = $8
            union all select * from duplicate_candidate where workspace_id = $1 and second_id = $8)""");
    private static final String PAIR = ALL + " and c.first_id = $2 and c.second_id = $3";
    private static final String CREATOR = "select merged_into from creator where workspace_id = $1 and id = $2";

    private final WorkspaceDatabase database;
    private final Cursors cursors;
    private final ObjectMapper json;

    DuplicateList(WorkspaceDatabase database, Cursors cursors, ObjectMapper json) {
        this.database = database;
        this.cursors = cursors;
        this.json = json;
    }

    /** Returns candidates of the whole workspace. */
    Uni<Page<DuplicateCandidateView>> page(Workspace workspace, DuplicateFilter filter, Limit limit, @Nullable String cursor) {
        CursorScope scope = filter.scope(CursorScope.of(workspace.key(), "listDuplicateCandidates"));
        return page(workspace, scope, null, filter, limit, cursor);
    }

    /** Returns candidates of one creator; fails with 404 when there is none, also when it is merged into another. */
    Uni<Page<DuplicateCandidateView>> page(Workspace workspace, UUID creator, DuplicateFilter filter, Limit limit,
            @Nullable String cursor) {
        CursorScope scope = filter.scope(CursorScope.of(workspace.key(), "listDuplicateCandidatesOfCreator"))
                .with("creator", creator);
        return requireCreator(workspace, creator).chain(() -> page(workspace, scope, creator, filter, limit, cursor));
    }

    private Uni<Void> requireCreator(Workspace workspace, UUID creator) {
        return database.read(workspace, CREATOR, Tuple.of(workspace.key(), creator)).invoke(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("creator", creator);
            }
            UUID into = rows.iterator().next().getUUID("merged_into");
            if (into != null) {
                throw MergedCreator.problem(creator, into);
            }
        }).replaceWithVoid();
    }

    private Uni<Page<DuplicateCandidateView>> page(Workspace workspace, CursorScope scope, @Nullable UUID creator,
            DuplicateFilter filter, Limit limit, @Nullable String cursor) {
        Cursor at = cursors.openIfPresent(scope, cursor);
        boolean backwards = at != null && at.backwards();
        String sql = (creator == null ? ALL : OF_ONE) + """
                 and -c.probability <= $2 and (d.dismissed_at is not null) = $3
                    and ($4::float8 is null or (-c.probability, c.first_id, c.second_id) %1$s ($4, $5, $6))
                order by -c.probability %2$s, c.first_id %2$s, c.second_id %2$s
                limit $7""".formatted(backwards ? "<" : ">", backwards ? "desc" : "asc");
        Tuple parameters = Tuple.tuple().addString(workspace.key()).addDouble(-filter.least())
                .addBoolean(filter.isDismissed())
                .addDouble(at == null ? null : Double.valueOf(at.keys().get(0)))
                .addUUID(at == null ? null : UUID.fromString(at.keys().get(1)))
                .addUUID(at == null ? null : UUID.fromString(at.keys().get(2)))
                .addInteger(limit.rows());
        if (creator != null) {
            parameters.addUUID(creator);
        }
        return database.search(workspace, sql, parameters)
                .map(rows -> rows.stream().map(row -> new Entry(key(row), view(row, creator))).toList())
                .map(entries -> cursors.page(scope, at, limit, entries, Entry::key, Entry::view));
    }

    /** Returns the pair, in whichever order the two are named, or fails with 404. */
    Uni<DuplicateCandidateView> get(Workspace workspace, UUID creator, UUID other) {
        CreatorPair pair = CreatorPair.of(creator, other);
        return database.read(workspace, PAIR, Tuple.of(workspace.key(), pair.first(), pair.second())).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("duplicate candidate", other);
            }
            return view(rows.iterator().next(), creator);
        });
    }

    private static List<String> key(Row row) {
        return List.of(Double.toString(-row.getDouble("probability")), row.getUUID("first_id").toString(),
                row.getUUID("second_id").toString());
    }

    private DuplicateCandidateView view(Row row, @Nullable UUID creator) {
        var first = new Candidate(row.getUUID("first_id"), row.getString("first_name"));
        var second = new Candidate(row.getUUID("second_id"), row.getString("second_name"));
        OffsetDateTime dismissedAt = row.getOffsetDateTime("dismissed_at");
        return new DuplicateCandidateView(second.id().equals(creator) ? List.of(second, first) : List.of(first, second),
                row.getDouble("probability"), row.getString("model"), row.getDouble("prior"), read(row.getString("evidence")),
                row.getOffsetDateTime("found_at").toInstant(), dismissedAt == null ? null : dismissedAt.toInstant(),
                row.getString("dismissed_by"));
    }

    private List<Evidence> read(String evidence) {
        try {
            return json.readValue(evidence, EVIDENCE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored evidence is not the JSON that was written", e);
        }
    }

    private record Entry(List<String> key, DuplicateCandidateView view) {}
}
