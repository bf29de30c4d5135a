package io.groundswell.suite.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.groundswell.suite.demo.expectation.DemoFiles;
import io.groundswell.suite.demo.expectation.Expectations;
import io.groundswell.suite.demo.expectation.Figures;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Plays the main job over the public API, shows each step, and holds what the suite reports against what the files say it must report.
 */
public final class Demo {

    /** Every figure was as expected. */
    public static final int AS_EXPECTED = 0;
    /** A figure differs, or a step could not be done. */
    public static final int NOT_AS_EXPECTED = 1;

    private final DemoFiles files;
    private final Clock clock;

    /**
     * @param folder the folder {@code suite/demo} of the repository
     */
    public Demo(Path folder) {
        this(new DemoFiles(folder), Clock.systemUTC());
    }

    Demo(DemoFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * Runs the whole story once. Takes seconds; gives up on figures that do not arrive within a minute.
     *
     * @param target a suite that is ready, and tokens of a workspace in which nothing happened yet
     * @param out    where the story is told, UTF-8
     * @return {@link #AS_EXPECTED} or {@link #NOT_AS_EXPECTED}
     */
    public int run(DemoTarget target, PrintStream out) {
        Printout print = Printout.to(out);
        Instant begin = clock.instant();
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER).build()) {
            Figures expected = Expectations.of(files, begin);
            Figures actual = tell(target, print, http, expected);
            boolean good = compare(print, expected, actual);
            print.faint("took %.1f s".formatted(Duration.between(begin, clock.instant()).toMillis() / 1000.0));
            return good ? AS_EXPECTED : NOT_AS_EXPECTED;
        } catch (DemoStopped stopped) {
            print.blank();
            print.bad("The demo cannot go on: " + stopped.getMessage());
            return NOT_AS_EXPECTED;
        } catch (IOException unreadable) {
            print.blank();
            print.bad("The demo's files cannot be read: " + unreadable);
            return NOT_AS_EXPECTED;
        }
    }

    private Figures tell(DemoTarget target, Printout print, HttpClient http, Figures expected) throws IOException {
        PublicApi marketer = new PublicApi(http, target.origin(), target.marketerToken());
        PublicApi employee = new PublicApi(http, target.origin(), target.employeeToken());
        Figures actual = new Figures();
        print.heading("The main job at %s, workspace %s".formatted(target.origin(), target.workspace()));
        print.blank();
        refuseUsedWorkspace(marketer, target);

        ImportSteps imports = new ImportSteps(marketer, print, actual);
        imports.importCreators(files.creators());
        imports.importEmployees(files.employees());

        CampaignSteps campaigns = new CampaignSteps(marketer, print, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        List<DemoFiles.Campaign> planned = files.campaigns();
        List<String> ids = new ArrayList<>();
        ids.add(campaigns.draftAgreeAndLaunch(planned.getFirst()));
        ids.add(campaigns.createAndLaunch(planned.getLast()));

        imports.ingest(files.posts());
        campaigns.approveNewest(ids.getFirst());
        campaigns.readKpis(planned, ids, actual);
        new CreatorSteps(marketer, print).waitForAuthors(expected, actual);

        new ShareSteps(marketer, employee, http, print)
                .shareAndVisit(planned.getFirst().sharePack(), ids.getFirst(), files.visits(), actual);
        for (String id : ids) {
            new CampaignViewPrinter(print).print(marketer.get("/v1/campaign-views/" + id).expect(200));
        }
        return actual;
    }

    private static void refuseUsedWorkspace(PublicApi marketer, DemoTarget target) {
        for (String list : List.of("/v1/campaigns?limit=1", "/v1/creators?limit=1")) {
            JsonNode items = marketer.get(list).expect(200).path("items");
            if (!items.isEmpty()) {
                throw new DemoStopped("workspace " + target.workspace()
                        + " is in use, and the figures are exact only from an empty start");
            }
        }
    }

    private static boolean compare(Printout print, Figures expected, Figures actual) {
        List<Figures.Difference> differences = expected.differencesFrom(actual);
        print.blank();
        if (differences.isEmpty()) {
            print.good("All %d figures equal those computed from the files.".formatted(expected.size()));
            return true;
        }
        print.bad("%d of %d figures are not those computed from the files:".formatted(differences.size(),
                expected.size()));
        print.table("<>>", List.of("figure", "from the files", "from the suite"),
                differences.stream().map(difference -> List.of(difference.name(), shown(difference.expected()),
                        shown(difference.actual()))).toList());
        return false;
    }

    private static String shown(@Nullable BigDecimal value) {
        if (value == null) {
            return "–";
        }
        return value.stripTrailingZeros().scale() <= 0
                ? value.toBigInteger().toString()
                : String.format(Locale.ROOT, "%.5f", value);
    }
}
