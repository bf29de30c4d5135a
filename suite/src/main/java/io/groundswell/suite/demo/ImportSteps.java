package io.groundswell.suite.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.groundswell.suite.demo.expectation.DemoFiles;
import io.groundswell.suite.demo.expectation.FigureName;
import io.groundswell.suite.demo.expectation.Figures;

import com.fasterxml.jackson.databind.JsonNode;

/** Steps that send a file and receive a report on each of its lines. */
final class ImportSteps {

    /** As they are shown, the good ones first. */
    private static final List<String> OUTCOMES = List.of("CREATED", "MATCHED", "UPDATED", "UNCHANGED", "UNMATCHED",
            "WITHDRAWN", "IGNORED", "REJECTED");
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final PublicApi marketer;
    private final Printout print;
    private final Figures actual;

    ImportSteps(PublicApi marketer, Printout print, Figures actual) {
        this.marketer = marketer;
        this.print = print;
        this.actual = actual;
    }

    void importCreators(List<Path> creatorFiles) {
        print.step("Import the creators the brand already knows");
        creatorFiles.forEach(file -> upload("/v1/creators/import", file));
    }

    void importEmployees(Path roster) {
        print.step("Import the employees");
        upload("/v1/employees/import", roster);
    }

    void ingest(List<Path> postFiles) {
        print.step("Stream the posts in, as each network writes them");
        postFiles.forEach(file -> upload("/v1/posts/ingest", file));
    }

    private void upload(String path, Path file) {
        String name = DemoFiles.nameOf(file);
        PublicApi.Report report = marketer.upload(path, file, name.endsWith(".csv") ? CSV : NDJSON);
        report.outcomes().forEach((outcome, count) -> actual.put(FigureName.outcome(name, outcome), count));
        print.detail("%-17s %s".formatted(name,
                OUTCOMES.stream()
                        .filter(report.outcomes()::containsKey)
                        .map(outcome -> report.outcomes().get(outcome) + " " + outcome.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))));
        JsonNode rejected = report.firstRejected();
        if (rejected != null) {
            print.faint("%-17s first rejected: line %d, %s".formatted("", rejected.path("line").asInt(),
                    reason(rejected)));
        }
    }

    private static String reason(JsonNode rejected) {
        String pointer = rejected.path("pointer").asText("");
        String detail = rejected.path("detail").asText(rejected.path("code").asText());
        return pointer.isEmpty() ? detail : pointer + " " + detail;
    }
}
