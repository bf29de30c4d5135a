package io.groundswell.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.groundswell.creator.audience.AudienceModel;
import io.groundswell.creator.audience.Signal;
import io.groundswell.creator.audience.WeightCurve;
import io.groundswell.creator.audience.population.Evaluation;
import io.groundswell.creator.audience.population.Population;
import io.groundswell.suite.Suite;

import com.fasterxml.jackson.databind.JsonNode;

/** How well the published model of audience quality judges made-up accounts whose truth is known. */
final class AudienceScenario {
    private static final int ACCOUNTS = 50_000;
    private static final long[] SEEDS = {1, 2, 3};
    private static final int THOUSANDTHS = 3;

    private final Client client;

    AudienceScenario(Suite suite) {
        this.client = new Client(suite, "bench-audience");
    }

    void run() {
        AudienceModel model = model(Client.json(client.get("/v1/audience-models")).path("items").path(0));
        for (long seed : SEEDS) {
            Evaluation evaluation = Evaluation.of(model, Population.of(ACCOUNTS, seed));
            Bench.row("audience quality by %s, %,d made-up accounts, seed %d".formatted(model.id(), ACCOUNTS, seed),
                    "AUC " + figure(evaluation.auc()),
                    "Brier %s, calibration error %s".formatted(figure(evaluation.brier()),
                            figure(evaluation.calibrationError())),
                    "judged " + figure(evaluation.judged()));
        }
    }

    private static AudienceModel model(JsonNode published) {
        Map<Signal, WeightCurve> curves = new EnumMap<>(Signal.class);
        for (JsonNode signal : published.path("signals")) {
            List<WeightCurve.Knot> knots = new ArrayList<>();
            signal.path("weights").forEach(
                    weight -> knots
                            .add(new WeightCurve.Knot(weight.path("at").doubleValue(), thousandths(weight.path("weight")))));
            curves.put(Signal.valueOf(signal.path("signal").asText()),
                    new WeightCurve(signal.path("source").asText(), knots));
        }
        return new AudienceModel(published.path("id").asText(), LocalDate.parse(published.path("validFrom").asText()),
                published.path("source").asText(), thousandths(published.path("prior")),
                new BigDecimal(published.path("leastCoverage").asText()), curves);
    }

    private static long thousandths(JsonNode weight) {
        return new BigDecimal(weight.asText()).movePointRight(THOUSANDTHS).longValueExact();
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
