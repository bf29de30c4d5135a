package io.groundswell.creator.tier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.reference.ReferenceRow.Owner;
import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Adds, shows and withdraws schemes. */
@ApplicationScoped
class TierSchemeStore {
    private static final String SELECT = """
            select s.*, b.tiers, b.ends, f.finished_at, s.scheme = (
                    select i.scheme from tier_scheme i
                    where i.workspace_id in ($1, '*') and i.valid_from <= $2 and i.withdrawn_at is null
                    order by i.workspace_id = '*', i.valid_from desc, i.recorded_at desc
                    limit 1) as in_force
            from tier_scheme s
            cross join lateral (
                select array_agg(tier order by up_to nulls last) as tiers, array_agg(up_to order by up_to nulls last) as ends
                from tier_band b where b.workspace_id = s.workspace_id and b.scheme = s.scheme
            ) b
            left join tier_following f on f.workspace_id = $1 and f.scheme = s.scheme
            where s.workspace_id in ($1, '*')""";

    private static final String GET = SELECT + " and s.scheme = $3";

    private static final String PAGE = SELECT + " order by s.valid_from desc, s.scheme desc limit $3";
    private static final String PAGE_AFTER = SELECT
            + " and (s.valid_from, s.scheme) < ($4, $5) order by s.valid_from desc, s.scheme desc limit $3";
    private static final String PAGE_BEFORE = SELECT
            + " and (s.valid_from, s.scheme) > ($4, $5) order by s.valid_from, s.scheme limit $3";

    /** A name that everybody uses is taken, too: an answer that names a scheme must name one. */
    private static final String ADD = """
            insert into tier_scheme (workspace_id, scheme, valid_from, source, recorded_at)
            select ?1, ?2, cast(?3 as date), ?4, cast(?5 as timestamptz)
            where not exists (select from tier_scheme where workspace_id = '*' and scheme = ?2)
            on conflict do nothing""";
    private static final String ADD_BAND = """
            insert into tier_band (workspace_id, scheme, tier, up_to) values (?1, ?2, ?3, cast(?4 as bigint))""";

    private static final String WITHDRAW = """
            update tier_scheme set withdrawn_at = cast(?3 as timestamptz)
            where workspace_id = ?1 and scheme = ?2 and withdrawn_at is null""";

    private final WorkspaceDatabase database;
    private final Cursors cursors;
    private final Clock clock;

    TierSchemeStore(WorkspaceDatabase database, Cursors cursors, Clock clock) {
        this.database = database;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Returns the scheme, withdrawn or not, or fails with 404. */
    Uni<TierSchemeView> get(Workspace workspace, String scheme) {
        if (!TierSchemeDraft.isName(scheme)) {
            throw ProblemException.notFound("tier scheme", "of this name");
        }
        return database.read(workspace, GET, Tuple.of(workspace.key(), today(), scheme)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("tier scheme", scheme);
            }
            return view(rows.iterator().next());
        });
    }

    Uni<Page<TierSchemeView>> page(Workspace workspace, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listTierSchemes");
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), today(), limit.rows());
        if (at != null) {
            parameters.addLocalDate(LocalDate.parse(at.keys().getFirst())).addString(at.keys().getLast());
        }
        return database.read(workspace, at == null ? PAGE : at.backwards() ? PAGE_BEFORE : PAGE_AFTER, parameters)
                .map(rows -> rows.stream().map(TierSchemeStore::view).toList())
                .map(schemes -> cursors.page(scope, at, limit, schemes,
                        scheme -> List.of(scheme.validFrom().toString(), scheme.scheme()), scheme -> scheme));
    }

    /** Adds a scheme within the current session; fails with 409 when its name is taken. */
    Uni<TierSchemeView> add(Workspace workspace, TierSchemeDraft draft) {
        Instant now = now();
        Uni<Integer> added = execute(ADD, workspace.key(), draft.scheme(), draft.validFrom(), draft.source(),
                now.atOffset(ZoneOffset.UTC)).invoke(rows -> {
                    if (rows == 0) {
                        throw ProblemException.conflict("There is a tier scheme %s already; a name is used once."
                                .formatted(draft.scheme()));
                    }
                });
        for (TierBand band : draft.bands()) {
            added = added.chain(() -> execute(ADD_BAND, workspace.key(), draft.scheme(), band.tier().name(), band.upTo()));
        }
        return added.replaceWith(() -> new TierSchemeView(draft.scheme(), Owner.WORKSPACE, draft.bands(), draft.validFrom(),
                draft.source(), now, null, false, null));
    }

    /** Takes a scheme of the workspace's own out of force within the current session. */
    Uni<TierSchemeView> withdraw(Workspace workspace, TierSchemeView scheme, String ifMatch) {
        if (scheme.owner() == Owner.EVERYBODY) {
            throw ProblemException.conflict("This tier scheme came with the product; one of your own goes before it.");
        }
        Preconditions.requireMatch(ifMatch, scheme.tag());
        if (scheme.withdrawnAt() != null) {
            throw ProblemException.conflict("This tier scheme is withdrawn already.");
        }
        Instant now = now();
        return execute(WITHDRAW, workspace.key(), scheme.scheme(), now.atOffset(ZoneOffset.UTC)).map(rows -> {
            if (rows == 0) {
                throw ProblemException.conflict("This tier scheme is withdrawn already.");
            }
            return new TierSchemeView(scheme.scheme(), scheme.owner(), scheme.bands(), scheme.validFrom(), scheme.source(),
                    scheme.recordedAt(), now, false, null);
        });
    }

    private static Uni<Integer> execute(String sql, @Nullable Object... parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.executeUpdate();
        });
    }

    private static TierSchemeView view(Row row) {
        String[] tiers = row.getArrayOfStrings("tiers");
        Long[] ends = row.getArrayOfLongs("ends");
        List<TierBand> bands = new ArrayList<>();
        for (int i = 0; i < tiers.length; i++) {
            bands.add(new TierBand(Tier.valueOf(tiers[i]), ends[i]));
        }
        boolean inForce = Objects.equals(row.getBoolean("in_force"), true);
        return new TierSchemeView(row.getString("scheme"),
                "*".equals(row.getString("workspace_id")) ? Owner.EVERYBODY : Owner.WORKSPACE, bands,
                row.getLocalDate("valid_from"), row.getString("source"),
                Objects.requireNonNull(instant(row, "recorded_at")), instant(row, "withdrawn_at"), inForce,
                inForce ? instant(row, "finished_at") : null);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** PostgreSQL keeps microseconds; what is answered must equal what is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
