package io.groundswell.suite.demo;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groundswell.suite.demo.expectation.FigureName;
import io.groundswell.suite.demo.expectation.Figures;

import com.fasterxml.jackson.databind.JsonNode;

/** Steps that look at creators, who appear a moment after the posts: creator-service reads campaign-service's feed. */
final class CreatorSteps {

    private static final List<String> TIERS = List.of("NANO", "MICRO", "MID", "MACRO", "MEGA", "UNKNOWN");
    private static final List<String> WAYS = List.of("MENTION", "CUSTOMER", "HASHTAG", "SEARCH", "IMPORT");

    private final PublicApi marketer;
    private final Printout print;

    CreatorSteps(PublicApi marketer, Printout print) {
        this.marketer = marketer;
        this.print = print;
    }

    /** Waits until every author is a creator, or gives up; {@code actual} holds what was seen last. */
    void waitForAuthors(Figures expected, Figures actual) {
        print.step("Wait until the posts' authors are creators");
        Figures seen = Waiting.until(() -> count(marketer.all("/v1/creators?limit=100")),
                found -> names().stream().allMatch(name -> found.get(name).compareTo(expected.get(name)) == 0));
        names().forEach(name -> actual.put(name, seen.get(name)));
        print.detail("%s creators by tier:       %s".formatted(seen.get(FigureName.CREATORS),
                line(seen, TIERS, FigureName::tier)));
        print.detail("%s creators by discovery:  %s".formatted(seen.get(FigureName.CREATORS),
                line(seen, WAYS, FigureName::discovery)));
    }

    private static Figures count(List<JsonNode> creators) {
        Figures figures = new Figures();
        figures.put(FigureName.CREATORS, creators.size());
        for (JsonNode creator : creators) {
            String tier = creator.path("tier").path("tier").asText();
            figures.count(FigureName.tier(TIERS.contains(tier) ? tier : "UNKNOWN"));
            figures.count(FigureName.discovery(creator.path("discoveredVia").asText()));
        }
        return figures;
    }

    private static List<String> names() {
        return Stream.of(Stream.of(FigureName.CREATORS),
                TIERS.stream().map(FigureName::tier), WAYS.stream().map(FigureName::discovery))
                .flatMap(name -> name).toList();
    }

    private static String line(Figures figures, List<String> kinds, UnaryOperator<String> name) {
        return kinds.stream().filter(kind -> figures.get(name.apply(kind)).signum() > 0)
                .map(kind -> figures.get(name.apply(kind)) + " " + kind)
                .collect(Collectors.joining(", "));
    }
}
