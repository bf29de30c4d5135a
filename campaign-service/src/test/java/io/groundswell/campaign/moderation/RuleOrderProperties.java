package io.groundswell.campaign.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.classification.Label;
import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.campaign.post.DecidingRule.Action;
import io.groundswell.kit.id.Uuid7;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** All rules together decide as the first of them would that applies when asked alone, whatever rules there are. */
class RuleOrderProperties {
    private static final UUID CAMPAIGN = new UUID(1, 1);
    private static final List<String> WORDS = List.of("roast", "latte", "harbour", "кофе", "コーヒー", "cafe", "giveaway", "flat");

    private record Draft(Action action, Condition condition, boolean scoped) {}

    @Property(tries = 500)
    void theFirstThatAppliesDecides(@ForAll("drafts") List<Draft> drafts, @ForAll("posts") ModeratedPost post,
            @ForAll Random random) {
        // Given
        List<Rule> rules = new ArrayList<>();
        for (Draft draft : drafts) {
            rules.add(new Rule(Uuid7.next(), "rule", draft.action(), draft.condition(), draft.scoped() ? CAMPAIGN : null));
        }
        Verdict expected = rules.stream()
                .sorted(Comparator.comparing((Rule rule) -> List.of(Action.BLOCK, Action.QUARANTINE, Action.ALLOW)
                        .indexOf(rule.action())).thenComparing(rules::indexOf))
                .map(rule -> RuleSet.of(0, List.of(rule)).decide(post))
                .filter(verdict -> verdict.rule() != null)
                .findFirst().orElse(Verdict.UNDECIDED);
        List<Rule> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, random);

        // When
        Verdict verdict = RuleSet.of(0, shuffled).decide(post);

        // Then
        assertEquals(expected, verdict);
        DecidingRule rule = verdict.rule();
        assertEquals(rule == null ? "PENDING" : rule.action().state().name(), verdict.state().name());
    }

    @Provide
    Arbitrary<List<Draft>> drafts() {
        Arbitrary<Condition> conditions = Arbitraries.oneOf(Arbitraries.of(WORDS).map(Condition.Word::new),
                Combinators.combine(Arbitraries.of(WORDS), Arbitraries.of(WORDS))
                        .as((first, second) -> new Condition.Phrase(first + " " + second)),
                Arbitraries.of("(?i)r.ast", "lat+e$", "^кофе", "give.?away").map(Condition.Regex::new),
                Arbitraries.of("es", "en", "zh").map(Condition.Language::new),
                Arbitraries.of(Network.X, Network.TIKTOK).map(Condition.OnNetwork::new),
                Arbitraries.of("mila", "@Noor").map(handle -> new Condition.Author(Network.X, null, handle)),
                Arbitraries.of("CLEAR", "ABSENT").map(value -> new Condition.HasLabel(Label.Kind.DISCLOSURE, value)),
                Arbitraries.just(new Condition.Similarity()));
        return Combinators.combine(Arbitraries.of(Action.class), conditions, Arbitraries.of(true, false)).as(Draft::new).list()
                .ofMaxSize(12);
    }

    private static List<Label> labels(String disclosure, boolean duplicate) {
        var disclosed = new Label(Label.Kind.DISCLOSURE, disclosure, List.of(), "test.1");
        return duplicate ? List.of(disclosed, Label.nearDuplicate(new UUID(2, 2), 1)) : List.of(disclosed);
    }

    @Provide
    Arbitrary<ModeratedPost> posts() {
        Arbitrary<String> texts = Arbitraries.of(WORDS).list().ofMaxSize(8)
                .map(words -> String.join(" ", words).toUpperCase(java.util.Locale.ROOT));
        return Combinators.combine(Arbitraries.of(Network.X, Network.TIKTOK), Arbitraries.of("mila", "noor", "sam"), texts,
                Arbitraries.of("es", "en", "zh-Hant"), Arbitraries.of("CLEAR", "ABSENT"), Arbitraries.of(true, false),
                Arbitraries.of(true, false))
                .as((network, handle, text, language, disclosure, inCampaign, duplicate) -> new ModeratedPost(network, null,
                        handle, text, language, labels(disclosure, duplicate), inCampaign ? Set.of(CAMPAIGN) : Set.of()));
    }
}
