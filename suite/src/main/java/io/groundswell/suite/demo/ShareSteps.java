package io.groundswell.suite.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.groundswell.suite.demo.expectation.DemoFiles;
import io.groundswell.suite.demo.expectation.FigureName;
import io.groundswell.suite.demo.expectation.Figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Steps of advocacy: a share pack, a share by an employee, visits to the short link, and the count that comes of them. */
final class ShareSteps {

    private static final String NETWORK = "LINKEDIN";
    /** Nothing in a landing page's address may tell who shared it. */
    private static final Set<String> PERSONAL = Set.of("ada", "quill");

    private final PublicApi marketer;
    private final PublicApi employee;
    private final HttpClient http;
    private final Printout print;

    ShareSteps(PublicApi marketer, PublicApi employee, HttpClient http, Printout print) {
        this.marketer = marketer;
        this.employee = employee;
        this.http = http;
        this.print = print;
    }

    void shareAndVisit(JsonNode packPlan, String campaignId, List<DemoFiles.Visit> visits, Figures actual) {
        print.step("Prepare a share pack for employees");
        ObjectNode plan = packPlan.deepCopy();
        plan.put("campaignId", campaignId);
        JsonNode pack = marketer.post("/v1/share-packs", plan).expect(201);
        print.detail("“%s”, %d variants".formatted(pack.path("title").asText(), pack.path("variants").size()));

        print.step("Share it as an employee");
        String shares = "/v1/share-packs/" + pack.path("id").asText() + "/shares";
        ObjectNode request = plan.objectNode().put("network", NETWORK);
        JsonNode share = employee.post(shares, request).expect(201);
        String again = employee.post(shares, request).expect(200).path("shortUrl").asText();
        URI link = URI.create(share.path("shortUrl").asText());
        if (!again.equals(link.toString())) {
            throw new DemoStopped("sharing twice gave two links, " + link + " and " + again);
        }
        print.detail(link + " (sharing again gives the same link)");

        print.step("Visit the short link: people, programs, and people who come back");
        visits.forEach(visit -> check(PublicApi.redirectOf(http, link, visit.userAgent()),
                packPlan.path("landingUrl").asText()));
        String totals = "/v1/share-totals?campaignId=" + campaignId;
        JsonNode counted = Waiting.until(() -> marketer.get(totals).expect(200),
                seen -> clicks(seen) + bots(seen) + repeats(seen) >= visits.size());
        actual.put(FigureName.SHARES, counted.path("shares").asLong());
        actual.put(FigureName.CLICKS, clicks(counted));
        actual.put(FigureName.CLICKS_OF_BOTS, bots(counted));
        actual.put(FigureName.CLICKS_REPEATED, repeats(counted));
        print.detail("%d visits: %d clicks; left out: %d of bots, %d repeats".formatted(visits.size(), clicks(counted),
                bots(counted), repeats(counted)));
    }

    private static void check(String location, String landingUrl) {
        boolean personal = PERSONAL.stream().anyMatch(location.toLowerCase(Locale.ROOT)::contains);
        if (!location.startsWith(landingUrl) || !location.contains("utm_") || personal) {
            throw new DemoStopped("the short link leads to " + location + ", not to " + landingUrl
                    + " with utm parameters that name no person");
        }
    }

    private static long clicks(JsonNode totals) {
        return totals.path("clicks").asLong();
    }

    private static long bots(JsonNode totals) {
        return totals.path("clicksExcluded").path("bots").asLong();
    }

    private static long repeats(JsonNode totals) {
        return totals.path("clicksExcluded").path("repeats").asLong();
    }
}
