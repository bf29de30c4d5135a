package io.groundswell.suite.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** Shows one campaign view, all of it from a single answer of the gateway, small enough for one screen. */
final class CampaignViewPrinter {

    private static final int ROWS = 5;

    private final Printout print;

    CampaignViewPrinter(Printout print) {
        this.print = print;
    }

    void print(JsonNode view) {
        JsonNode parts = view.path("parts");
        JsonNode campaign = data(parts, "campaign");
        print.heading("Campaign view: %s · %s".formatted(campaign.path("name").asText(),
                campaign.path("status").asText()));
        List<String> states = new ArrayList<>();
        parts.properties()
                .forEach(part -> states.add(part.getKey() + " " + part.getValue().path("status").asText()));
        print.faint(String.join(" · ", states));
        print.blank();
        print.table("<>>>", List.of("KPI", "target", "actual", "progress"),
                rows(data(parts, "kpis").path("items"), CampaignViewPrinter::kpi));
        print.blank();
        print.table("<<<>", List.of("top creators", "network", "tier", "followers"),
                rows(data(parts, "topCreators").path("items"), CampaignViewPrinter::creator));
        print.blank();
        print.table("<<<", List.of("newest posts", "network", "published"),
                rows(data(parts, "newestPosts").path("items"), CampaignViewPrinter::post));
        JsonNode shares = data(parts, "employeeShares");
        print.blank();
        print.detail("employee shares: %d, clicks: %d".formatted(shares.path("shares").asLong(),
                shares.path("clicks").asLong()));
    }

    private interface Row {
        List<String> of(JsonNode item);
    }

    private static List<List<String>> rows(JsonNode items, Row row) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode item : items) {
            if (rows.size() < ROWS) {
                rows.add(row.of(item));
            }
        }
        return rows;
    }

    private static List<String> kpi(JsonNode kpi) {
        boolean rate = kpi.path("kind").asText().equals("ENGAGEMENT_RATE");
        return List.of(kpi.path("kind").asText().toLowerCase(Locale.ROOT).replace('_', ' '),
                amount(kpi.path("target"), rate), amount(kpi.path("actual"), rate),
                percent(kpi.path("progress"), "%.0f %%"));
    }

    private static List<String> creator(JsonNode creator) {
        JsonNode account = creator.path("accounts").path(0);
        return List.of(creator.path("displayName").asText(), account.path("network").asText(),
                creator.path("tier").path("tier").asText("–"), amount(account.path("followers"), false));
    }

    private static List<String> post(JsonNode post) {
        return List.of(post.path("text").asText(), post.path("network").asText(),
                post.path("publishedAt").asText().replaceFirst("T.*", ""));
    }

    private static String amount(JsonNode value, boolean rate) {
        if (!value.isNumber()) {
            return "–";
        }
        return rate ? percent(value, "%.2f %%") : String.format(Locale.ROOT, "%,d", value.longValue());
    }

    private static String percent(JsonNode fraction, String format) {
        return fraction.isNumber()
                ? String.format(Locale.ROOT, format, fraction.decimalValue().multiply(BigDecimal.valueOf(100)))
                : "–";
    }

    private static JsonNode data(JsonNode parts, String part) {
        return parts.path(part).path("data");
    }
}
