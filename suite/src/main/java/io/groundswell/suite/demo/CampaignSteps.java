package io.groundswell.suite.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.groundswell.suite.demo.expectation.DemoFiles;
import io.groundswell.suite.demo.expectation.FigureName;
import io.groundswell.suite.demo.expectation.Figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Steps of a campaign: drafted, refused, agreed, launched; its posts approved; its KPIs read. */
final class CampaignSteps {

    private static final int POSTS_TO_APPROVE = 12;

    private final PublicApi marketer;
    private final Printout print;
    private final Instant launch;

    CampaignSteps(PublicApi marketer, Printout print, Instant launch) {
        this.marketer = marketer;
        this.print = print;
        this.launch = launch;
    }

    /** The long way: without KPIs and an end nothing launches, and the refusal says what is missing. Gives the campaign's id. */
    String draftAgreeAndLaunch(DemoFiles.Campaign campaign) {
        print.step("Draft the campaign “" + campaign.name() + "”");
        ObjectNode draft = campaign.body().deepCopy();
        draft.remove("kpis");
        String path = create(draft);
        print.detail("listens for " + terms(campaign.body()));

        print.step("Try to launch it");
        PublicApi.Answer refusal = marketer.act(path + "/launch", marketer.get(path).requiredEtag());
        JsonNode problem = refusal.expect(409);
        print.detail("refused (%d %s), missing:".formatted(refusal.status(), problem.path("code").asText()));
        problem.path("errors").forEach(error -> print.detail("  · " + error.path("detail").asText()));

        print.step("Agree what success means, then launch");
        ObjectNode agreed = draft.objectNode();
        agreed.set("kpis", campaign.body().path("kpis"));
        agreed.put("endsAt", campaign.endsAt(launch).toString());
        marketer.patch(path, marketer.get(path).requiredEtag(), agreed).expect(200);
        launch(path);
        return id(path);
    }

    /** The short way: complete from the start. Gives the campaign's id. */
    String createAndLaunch(DemoFiles.Campaign campaign) {
        print.step("Create and launch “" + campaign.name() + "”");
        ObjectNode complete = campaign.body().deepCopy();
        complete.put("endsAt", campaign.endsAt(launch).toString());
        String path = create(complete);
        print.detail("listens for " + terms(campaign.body()));
        launch(path);
        return id(path);
    }

    void approveNewest(String campaignId) {
        print.step("Approve the newest posts");
        JsonNode pending = marketer
                .get("/v1/posts?campaignId=" + campaignId + "&state=PENDING&limit=" + POSTS_TO_APPROVE).expect(200)
                .path("items");
        for (JsonNode post : pending) {
            String path = "/v1/posts/" + post.path("id").asText();
            marketer.act(path + "/approve", marketer.get(path).requiredEtag()).expect(200);
        }
        print.detail(pending.size() + " approved");
    }

    void readKpis(List<DemoFiles.Campaign> campaigns, List<String> ids, Figures actual) {
        for (int i = 0; i < ids.size(); i++) {
            String name = campaigns.get(i).name();
            JsonNode kpis = marketer.get("/v1/campaigns/" + ids.get(i) + "/kpis").expect(200);
            for (JsonNode kpi : kpis.path("items")) {
                String kind = kpi.path("kind").asText();
                if (kpi.path("actual").isNumber()) {
                    actual.put(FigureName.kpi(name, kind), new BigDecimal(kpi.path("actual").asText()));
                }
                if (kind.equals("ENGAGEMENT_RATE")) {
                    actual.put(FigureName.measured(name), sum(kpi.findPath("n")));
                    actual.put(FigureName.unmeasured(name), sum(kpi.findPath("excluded")));
                }
            }
        }
    }

    private String create(ObjectNode body) {
        JsonNode created = marketer.post("/v1/campaigns", body).expect(201);
        return "/v1/campaigns/" + created.path("id").asText();
    }

    private void launch(String path) {
        JsonNode live = marketer.act(path + "/launch", marketer.get(path).requiredEtag()).expect(200);
        print.detail("%s until %s".formatted(live.path("status").asText("LIVE"), live.path("endsAt").asText()));
    }

    private static String terms(JsonNode campaign) {
        List<String> terms = new ArrayList<>();
        campaign.path("hashtags").forEach(term -> terms.add(term.asText()));
        campaign.path("mentions").forEach(term -> terms.add(term.asText()));
        return String.join(" ", terms);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A count, or the sum of counts by reason. */
    private static long sum(JsonNode counts) {
        if (counts.isNumber()) {
            return counts.longValue();
        }
        long sum = 0;
        for (JsonNode count : counts) {
            sum += sum(count);
        }
        return sum;
    }
}
