package io.groundswell.creator.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Finds the terms in force: the workspace's own latest that have begun, else everybody's. */
@ApplicationScoped
class PrivacyTermsStore {
    private static final String IN_FORCE = """
            select valid_from, notice_months, retention_days, source from privacy_terms
            where workspace_id in ($1, '*') and valid_from <= $2
            order by workspace_id = '*', valid_from desc
            limit 1""";
    /** The law's period is nobody's to change, so a workspace's own terms take it over. */
    private static final String ADD = """
            insert into privacy_terms (workspace_id, valid_from, notice_months, retention_days, source)
            select $1, $2, notice_months, $3, $4 from privacy_terms
            where workspace_id = '*' and valid_from <= $2
            order by valid_from desc
            limit 1
            on conflict (workspace_id, valid_from) do update set
                retention_days = excluded.retention_days, source = excluded.source
            returning valid_from, notice_months, retention_days, source""";

    private final WorkspaceDatabase database;
    private final Clock clock;

    PrivacyTermsStore(WorkspaceDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns the workspace's terms of today. */
    Uni<PrivacyTerms> inForce(Workspace workspace) {
        return database.read(workspace, IN_FORCE, Tuple.of(workspace.key(), today())).map(PrivacyTermsStore::first);
    }

    /**
     * Adds terms of the workspace's own.
     *
     * @throws InvalidValue when they are to hold from a day that is over: what was in force then stays what it was
     */
    Uni<PrivacyTerms> add(Workspace workspace, PrivacyTermsDraft draft) {
        LocalDate from = draft.validFrom() == null ? today() : draft.validFrom();
        if (from.isBefore(today())) {
            throw new InvalidValue("validFrom", "in-the-past", "Terms hold from today or a later day on.");
        }
        return database.write(workspace, transaction -> transaction.preparedQuery(ADD)
                .execute(Tuple.of(workspace.key(), from, draft.retentionDays(), draft.source())))
                .map(PrivacyTermsStore::first);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static PrivacyTerms first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw new IllegalStateException("No privacy terms are in force; the migrations bring those for everybody");
        }
        Row row = rows.iterator().next();
        return new PrivacyTerms(row.getLocalDate("valid_from"), row.getInteger("notice_months"),
                row.getInteger("retention_days"), row.getString("source"));
    }
}
