package io.groundswell.suite.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.groundswell.suite.Suite;
import io.groundswell.suite.demo.Demo;
import io.groundswell.suite.demo.DemoTarget;
import io.groundswell.suite.issuer.Clients;

import com.fasterxml.jackson.databind.JsonNode;

class MainJobIT {
    private final Suite suite = RunningSuiteForTests.get();

    @Test
    void fromRealPostsToALiveCampaignViewWithTheExpectedFigures() {
        // Given
        String workspace = DemoTarget.freshWorkspace(Clock.systemUTC());
        var target = new DemoTarget(suite.url(), workspace, suite.token(Clients.MARKETER, workspace),
                suite.token(Clients.EMPLOYEE, workspace));
        var printed = new ByteArrayOutputStream();

        // When
        int result = new Demo(RunningSuiteForTests.checkout().resolve("suite/demo"))
                .run(target, new PrintStream(printed, true, StandardCharsets.UTF_8));

        // Then
        assertEquals(Demo.AS_EXPECTED, result, () -> printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        // Given
        Marketer marketer = new Marketer(suite, "e2e-twice");
        String campaign = marketer.launch("#twice");
        String file = PostLines.lines("#twice", 700);
        marketer.ingest(file);
        Marketer.await("every author is a creator", () -> marketer.all("/v1/creators").size() == 700);
        List<JsonNode> creators = marketer.all("/v1/creators");
        JsonNode kpis = marketer.get("/v1/campaigns/" + campaign + "/kpis").json().path("items");

        // When
        List<JsonNode> report = marketer.ingest(file);

        // Then
        Set<String> outcomes = report.subList(0, 700).stream().map(line -> line.path("outcome").asText())
                .collect(Collectors.toSet());
        assertEquals(Set.of("UNCHANGED"), outcomes);
        assertEquals(kpis, marketer.get("/v1/campaigns/" + campaign + "/kpis").json().path("items"));
        assertEquals(creators, marketer.all("/v1/creators"));
    }
}
