package io.groundswell.campaign.moderation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Rules in PostgreSQL. */
@ApplicationScoped
class RuleStore {
    static final String SELECT = """
            select id, name, action, condition::text as condition, campaign_id, enabled, created_at, updated_at, version
            from moderation_rule
            where workspace_id = $1
            """;
    /** Whoever changes rules holds this row until the end, so that counts of them are right. */
    private static final String NEXT_REVISION = """
            insert into moderation_rules (workspace_id, revision) values ($1, 1)
            on conflict (workspace_id) do update set revision = moderation_rules.revision + 1""";
    private static final String USE = """
            select count(*) as rules, count(*) filter (where enabled and regex_size > 0) as regexes,
                coalesce(sum(regex_size) filter (where enabled), 0) as regex_size
            from moderation_rule where workspace_id = $1""";
    private static final String CAMPAIGN = "select from campaign where workspace_id = $1 and id = $2";
    private static final String INSERT = """
            insert into moderation_rule (workspace_id, id, name, action, condition, campaign_id, enabled, regex_size, created_at,
                updated_at, version)
            values ($1, $2, $3, $4, $5::text::jsonb, $6, $7, $8, $9, $9, 0)""";
    private static final String UPDATE = """
            update moderation_rule set name = $3, action = $4, condition = $5::text::jsonb, campaign_id = $6, enabled = $7,
                regex_size = $8, updated_at = $9, version = version + 1
            where workspace_id = $1 and id = $2""";
    private static final String DELETE = "delete from moderation_rule where workspace_id = $1 and id = $2";

    private final ObjectReader reader;
    private final ObjectWriter writer;

    RuleStore(ObjectMapper json) {
        this.reader = json.readerFor(Condition.class);
        this.writer = json.writerFor(Condition.class);
    }

    /** How many rules a workspace has, and how many patterns are tried on each post. */
    record Use(long rules, long regexes, long regexSize) {}

    Uni<Void> nextRevision(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(NEXT_REVISION).execute(Tuple.of(workspace.key())).replaceWithVoid();
    }

    Uni<Use> use(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(USE).execute(Tuple.of(workspace.key())).map(rows -> {
            Row row = rows.iterator().next();
            return new Use(row.getLong("rules"), row.getLong("regexes"), row.getLong("regex_size"));
        });
    }

    Uni<Boolean> knowsCampaign(SqlConnection transaction, Workspace workspace, UUID campaign) {
        return transaction.preparedQuery(CAMPAIGN).execute(Tuple.of(workspace.key(), campaign)).map(rows -> rows.size() > 0);
    }

    Uni<RowSet<Row>> find(SqlConnection transaction, Workspace workspace, UUID id) {
        return transaction.preparedQuery(SELECT + "and id = $2").execute(Tuple.of(workspace.key(), id));
    }

    Uni<Void> insert(SqlConnection transaction, Workspace workspace, UUID id, RuleDraft rule, Instant at) {
        return transaction.preparedQuery(INSERT).execute(columns(workspace, id, rule, at)).replaceWithVoid();
    }

    Uni<Void> update(SqlConnection transaction, Workspace workspace, UUID id, RuleDraft rule, Instant at) {
        return transaction.preparedQuery(UPDATE).execute(columns(workspace, id, rule, at)).replaceWithVoid();
    }

    Uni<Void> delete(SqlConnection transaction, Workspace workspace, UUID id) {
        return transaction.preparedQuery(DELETE).execute(Tuple.of(workspace.key(), id)).replaceWithVoid();
    }

    private Tuple columns(Workspace workspace, UUID id, RuleDraft rule, Instant at) {
        try {
            return Tuple.from(new Object[]{workspace.key(), id, rule.name(), rule.action().name(),
                    writer.writeValueAsString(rule.condition()), rule.campaignId(), rule.isEnabled(), rule.regexSize(),
                    at.atOffset(ZoneOffset.UTC)});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A condition must be writable as JSON", e);
        }
    }

    RuleView view(Row row) {
        return new RuleView(row.getUUID("id"), row.getString("name"), DecidingRule.Action.valueOf(row.getString("action")),
                condition(row), row.getUUID("campaign_id"), row.getBoolean("enabled"),
                row.getOffsetDateTime("created_at").toInstant(), row.getOffsetDateTime("updated_at").toInstant(),
                row.getLong("version"));
    }

    Rule rule(Row row) {
        return new Rule(row.getUUID("id"), row.getString("name"), DecidingRule.Action.valueOf(row.getString("action")),
                condition(row), row.getUUID("campaign_id"));
    }

    private Condition condition(Row row) {
        try {
            return reader.readValue(row.getString("condition"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored conditions are not the JSON that was written", e);
        }
    }
}
