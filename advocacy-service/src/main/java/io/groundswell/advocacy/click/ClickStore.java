package io.groundswell.advocacy.click;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Stores clicks, a batch in one transaction, and judges which of them count. */
@ApplicationScoped
class ClickStore {
    /** Two processes that store clicks of one share do so one after the other: each sees the other's and judges rightly. */
    private static final String LOCK = """
            select id from share where workspace_id = $1 and id = any($2::uuid[]) order by id for no key update""";
    private static final String INSERT = """
            insert into click (workspace_id, id, share_id, visitor, at, bot)
            select $1, clicked.id, clicked.share_id, clicked.visitor, clicked.at, clicked.bot
            from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::boolean[])
                    as clicked (id, share_id, visitor, at, bot)
                join share on share.workspace_id = $1 and share.id = clicked.share_id
            on conflict (workspace_id, id) do nothing""";
    /**
     * Judges the new clicks and those that they may have turned into repeats: whatever the same visitor did on the same link
     * up to 30 minutes later. A click is judged by its predecessor in time alone, so the order of arrival does not matter.
     */
    private static final String JUDGE = """
            with touched as (
                select share_id, visitor, min(at) as first, max(at) as last
                from click where workspace_id = $1 and id = any($2::uuid[])
                group by share_id, visitor),
            judged as (
                select click.id, click.at >= touched.first as certain,
                    case when click.bot then 'BOT'
                        when click.at < lag(click.at) over earlier + interval '30 minutes' then 'REPEAT'
                        else 'COUNTED' end as verdict
                from touched join click on click.workspace_id = $1 and click.share_id = touched.share_id
                    and click.visitor = touched.visitor and click.at >= touched.first - interval '30 minutes'
                    and click.at < touched.last + interval '30 minutes'
                window earlier as (partition by click.share_id, click.visitor, click.bot order by click.at, click.id)),
            moved as (
                update click set verdict = judged.verdict
                from judged
                where click.workspace_id = $1 and click.id = judged.id and judged.certain
                    and click.verdict is distinct from judged.verdict
                returning click.share_id, (click.at at time zone 'UTC')::date as day, old.verdict as was, new.verdict as is)
            insert into share_day as total (workspace_id, share_id, day, clicks, repeats, bots)
            select $1, share_id, day,
                count(*) filter (where moved.is = 'COUNTED') - count(*) filter (where moved.was = 'COUNTED'),
                count(*) filter (where moved.is = 'REPEAT') - count(*) filter (where moved.was = 'REPEAT'),
                count(*) filter (where moved.is = 'BOT') - count(*) filter (where moved.was = 'BOT')
            from moved group by share_id, day
            on conflict (workspace_id, share_id, day) do update set clicks = total.clicks + excluded.clicks,
                repeats = total.repeats + excluded.repeats, bots = total.bots + excluded.bots""";
    private static final int STEP = 5_000;
    /** The policies for {@code *} admit expired rows only; said again here so that the index is used. */
    private static final String EXPIRE = """
            delete from click where ctid = any(array(
                select ctid from click where stored_at < now() - interval '30 days' limit $1))""";

    private final WorkspaceDatabase database;

    ClickStore(WorkspaceDatabase database) {
        this.database = database;
    }

    /** Stores clicks of one workspace; those that are stored already change nothing. */
    Uni<Void> store(Workspace workspace, List<Judged> clicks) {
        return database.write(workspace, transaction -> lock(transaction, workspace, clicks)
                .chain(() -> transaction.preparedQuery(INSERT).execute(parameters(workspace, clicks)))
                .chain(() -> transaction.preparedQuery(JUDGE).execute(Tuple.of(workspace.key(), ids(clicks))))
                .replaceWithVoid());
    }

    private static Uni<Void> lock(SqlConnection transaction, Workspace workspace, List<Judged> clicks) {
        UUID[] shares = clicks.stream().map(judged -> judged.click().shareId()).distinct().toArray(UUID[]::new);
        return transaction.preparedQuery(LOCK).execute(Tuple.of(workspace.key(), shares)).replaceWithVoid();
    }

    private static Tuple parameters(Workspace workspace, List<Judged> clicks) {
        return Tuple.of(workspace.key())
                .addArrayOfUUID(ids(clicks))
                .addArrayOfUUID(clicks.stream().map(judged -> judged.click().shareId()).toArray(UUID[]::new))
                .addArrayOfUUID(clicks.stream().map(judged -> judged.click().visitor()).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(clicks.stream().map(judged -> judged.click().at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfBoolean(clicks.stream().map(Judged::robot).toArray(Boolean[]::new));
    }

    private static UUID[] ids(List<Judged> clicks) {
        return clicks.stream().map(judged -> judged.click().id()).toArray(UUID[]::new);
    }

    /** Removes some raw clicks that are older than 30 days; returns whether there may be more. */
    Uni<Boolean> expire() {
        return database.write(Workspace.EVERY, transaction -> transaction.preparedQuery(EXPIRE).execute(Tuple.of(STEP))
                .map(rows -> rows.rowCount() == STEP));
    }

    /** A click, and whether a robot made it. */
    record Judged(Click click, boolean robot) {}
}
