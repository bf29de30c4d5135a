package io.groundswell.advocacy.click;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Agrees with the other replicas on the salts of today and the days around it; belongs to no workspace. */
@ApplicationScoped
class VisitorSalts {
    private static final String FORGET = "delete from visitor_salt where day < $1";
    private static final String PROPOSE = "insert into visitor_salt (day, salt) values ($1, $2), ($3, $4) on conflict do nothing";
    private static final String READ = "select day, salt from visitor_salt";

    private final WorkspaceDatabase database;
    private final Visitors visitors;
    private final Clock clock;

    VisitorSalts(WorkspaceDatabase database, Visitors visitors, Clock clock) {
        this.database = database;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** Makes the salts of today and tomorrow if nobody has, forgets those before yesterday, and uses what there is. */
    Uni<Void> agree() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Tuple proposed = Tuple.of(today, newSalt(), today.plusDays(1), newSalt());
        return database.write(Workspace.EVERY, transaction -> transaction.preparedQuery(FORGET)
                .execute(Tuple.of(today.minusDays(1)))
                .chain(() -> transaction.preparedQuery(PROPOSE).execute(proposed))
                .chain(() -> transaction.query(READ).execute()))
                .invoke(rows -> {
                    Map<LocalDate, byte[]> salts = new HashMap<>();
                    for (Row row : rows) {
                        salts.put(row.getLocalDate("day"), row.getBuffer("salt").getBytes());
                    }
                    visitors.use(salts);
                })
                .replaceWithVoid();
    }

    private Buffer newSalt() {
        return Buffer.buffer(visitors.newSalt());
    }
}
