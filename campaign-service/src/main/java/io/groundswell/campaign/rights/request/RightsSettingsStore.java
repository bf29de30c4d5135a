package io.groundswell.campaign.rights.request;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Finds the settings in force: the workspace's own latest, else everybody's. Former ones stay, so that it can be told what held. */
@ApplicationScoped
class RightsSettingsStore {
    private static final String IN_FORCE = """
            select valid_from, approval_hashtag, brand_mentions::text as brand_mentions, requests_per_hour, requests_per_day,
                answer_days, cool_down_days, expiring_days, texts::text as texts, source
            from rights_settings where workspace_id in ($1, '*') and valid_from <= $2
            order by workspace_id = '*', valid_from desc limit 1""";
    private static final String ADD = """
            insert into rights_settings (workspace_id, valid_from, approval_hashtag, brand_mentions, requests_per_hour,
                requests_per_day, answer_days, cool_down_days, expiring_days, texts, source)
            values ($1, $2, $3, $4::text::jsonb, $5, $6, $7, $8, $9, $10::text::jsonb, $11)""";

    private final WorkspaceDatabase database;
    private final Clock clock;
    private final ObjectMapper json;

    RightsSettingsStore(WorkspaceDatabase database, Clock clock, ObjectMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    Uni<RightsSettings> inForce(Workspace workspace) {
        return database.read(workspace, IN_FORCE, Tuple.of(workspace.key(), clock.instant().atOffset(ZoneOffset.UTC)))
                .map(this::first);
    }

    Uni<RightsSettings> inForce(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(IN_FORCE)
                .execute(Tuple.of(workspace.key(), clock.instant().atOffset(ZoneOffset.UTC))).map(this::first);
    }

    /** Sets the workspace's settings from now on. */
    Uni<RightsSettings> add(SqlConnection transaction, Workspace workspace, RightsSettingsDraft draft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return inForce(transaction, workspace).map(former -> former.with(draft, now))
                .call(settings -> transaction.preparedQuery(ADD).execute(Tuple.tuple().addString(workspace.key())
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)).addString(settings.approvalHashtag())
                        .addString(write(settings.brandMentions())).addInteger(settings.requestsPerHour())
                        .addInteger(settings.requestsPerDay()).addInteger(settings.answerDays())
                        .addInteger(settings.coolDownDays()).addInteger(settings.expiringDays())
                        .addString(write(settings.texts())).addString(settings.source())));
    }

    private RightsSettings first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw new IllegalStateException("No rights settings are in force; the migrations bring those for everybody");
        }
        Row row = rows.iterator().next();
        return new RightsSettings(row.getOffsetDateTime("valid_from").toInstant(), row.getString("approval_hashtag"),
                read(row.getString("brand_mentions"), new TypeReference<Map<Network, String>>() {
                }), row.getInteger("requests_per_hour"), row.getInteger("requests_per_day"), row.getInteger("answer_days"),
                row.getInteger("cool_down_days"), row.getInteger("expiring_days"),
                read(row.getString("texts"), new TypeReference<Map<String, List<String>>>() {
                }), row.getString("source"));
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored settings are not what was written", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Settings must be writable as JSON", e);
        }
    }
}
