package io.groundswell.campaign.measurement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Kpi;
import io.groundswell.campaign.campaign.KpiKind;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Measures a campaign's metrics in one statement. Posts count by hashtag and while their source exists; the engagement rate
 * is the median over those that can be measured, because a mean would belong to the one post that went viral.
 */
@ApplicationScoped
class KpiReports {
    private static final String MEASURE = """
            select c.kpis::text as kpis, f.*
            from campaign c
            cross join (
                select count(*) as posts, count(distinct p.network || ' ' || p.author_key) as authors,
                    count(p.engagement_rate) as measured,
                    percentile_cont(0.5) within group (order by p.engagement_rate) as median_rate,
                    count(*) filter (where p.engagement_rate is not null and p.rate_method = 'BY_FOLLOWERS') as by_followers,
                    count(*) filter (where p.engagement_rate is not null and p.rate_method = 'BY_IMPRESSIONS') as by_impressions,
                    count(*) filter (where p.engagement_rate is not null and p.rate_method = 'BY_VIEWS') as by_views,
                    count(*) filter (where p.engagement_rate is null and p.likes is null) as hidden_likes,
                    count(*) filter (where p.engagement_rate is null and p.likes is not null) as unknown_audience
                from post_match m
                join post p on p.workspace_id = m.workspace_id and p.id = m.post_id
                where m.workspace_id = $1 and m.campaign_id = $2 and m.by_hashtag and p.state <> 'WITHDRAWN'
            ) f
            where c.workspace_id = $1 and c.id = $2""";
    private static final TypeReference<List<Kpi>> KPIS = new TypeReference<>() {
    };
    private static final int RATE_DECIMALS = 6;
    private static final int PROGRESS_DECIMALS = 4;

    private final WorkspaceDatabase database;
    private final ObjectMapper json;
    private final Clock clock;

    KpiReports(WorkspaceDatabase database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Returns the report, or fails with 404. */
    Uni<KpiReport> report(Workspace workspace, UUID campaignId) {
        return database.search(workspace, MEASURE, Tuple.of(workspace.key(), campaignId)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("campaign", campaignId);
            }
            Row row = rows.iterator().next();
            return new KpiReport(campaignId, clock.instant(),
                    kpis(row).stream().map(kpi -> figure(kpi, row)).toList());
        });
    }

    private static KpiReport.Figure figure(Kpi kpi, Row row) {
        @Nullable
        BigDecimal actual = switch (kpi.kind()) {
            case HASHTAG_POSTS -> BigDecimal.valueOf(row.getLong("posts"));
            case HASHTAG_AUTHORS -> BigDecimal.valueOf(row.getLong("authors"));
            case ENGAGEMENT_RATE -> rounded(row.getDouble("median_rate"));
        };
        return new KpiReport.Figure(kpi.kind(), kpi.kind().unit(), kpi.target(), actual,
                actual == null
                        ? null
                        : actual.divide(kpi.target(), MathContext.DECIMAL64)
                                .setScale(PROGRESS_DECIMALS, RoundingMode.HALF_EVEN),
                kpi.kind() == KpiKind.ENGAGEMENT_RATE ? parts(row) : null);
    }

    private static KpiReport.RateParts parts(Row row) {
        return new KpiReport.RateParts("MEDIAN", row.getLong("measured"),
                new KpiReport.Methods(row.getLong("by_followers"), row.getLong("by_impressions"), row.getLong("by_views")),
                new KpiReport.Excluded(row.getLong("hidden_likes"), row.getLong("unknown_audience")));
    }

    private static @Nullable BigDecimal rounded(@Nullable Double rate) {
        return rate == null ? null : BigDecimal.valueOf(rate).setScale(RATE_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private List<Kpi> kpis(Row row) {
        try {
            return json.readValue(row.getString("kpis"), KPIS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored KPIs are not the JSON that was written", e);
        }
    }
}
