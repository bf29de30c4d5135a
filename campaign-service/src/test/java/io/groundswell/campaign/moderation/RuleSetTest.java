package io.groundswell.campaign.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.classification.Label;
import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.campaign.post.DecidingRule.Action;
import io.groundswell.campaign.post.PostState;
import io.groundswell.kit.id.Uuid7;

@DisplayName("Rules decide on posts")
class RuleSetTest {

    @ParameterizedTest
    @DisplayName("a word is found in whatever way it is written, and never within another")
    @CsvSource({"SeaBrew is fine, true", "ＳｅａＢｒｅｗ, true", "#SeaBrew, true", "sea\u200Bbrew, true", "s\u00ADea\u2060brew, true",
            "s\u0435abr\u0435w, true", "s\u0336e\u0336a\u0336b\u0336r\u0336e\u0336w\u0336, true", "\uD835\uDD04 seabrew, true",
            "𝓼𝓮𝓪𝓫𝓻𝓮𝔀, true", "seabrewery, false", "https://seabrew.example, false", "@seabrew, false",
            "sea brew, false"})
    void words(String text, boolean found) {
        // Given
        RuleSet rules = rules(rule(Action.BLOCK, new Condition.Word("Seabrew")));

        // When
        Verdict verdict = rules.decide(post(text));

        // Then
        assertEquals(found ? PostState.REJECTED : PostState.PENDING, verdict.state());
    }

    @ParameterizedTest
    @DisplayName("texts of other scripts are not taken for disguised Latin")
    @CsvSource({"сор, cop", "Убери сор из избы, cop", "ρ, p", "рок-н-ролл, pok"})
    void otherScripts(String text, String word) {
        // Given
        RuleSet rules = rules(rule(Action.BLOCK, new Condition.Word(word)));

        // When
        Verdict verdict = rules.decide(post(text));

        // Then
        assertEquals(PostState.PENDING, verdict.state());
    }

    @ParameterizedTest
    @DisplayName("words of scripts without Latin letters are found")
    @CsvSource({"コーヒーは最高, コーヒー", "مقهى جميل, مقهى", "Лучший КОФЕ, кофе", "भारत में कॉफ़ी, कॉफ़ी"})
    void wordsOfAllScripts(String text, String word) {
        // Given
        RuleSet rules = rules(rule(Action.QUARANTINE, new Condition.Word(word)));

        // When
        Verdict verdict = rules.decide(post(text));

        // Then
        assertEquals(PostState.QUARANTINED, verdict.state());
    }

    @Test
    @DisplayName("evidence quotes the text as it was written, in its place")
    void evidenceOfDisguisedWords() {
        // Given
        RuleSet rules = rules(rule(Action.BLOCK, new Condition.Word("seabrew")));

        // When
        Verdict verdict = rules.decide(post("I love s\u0435a\u200Bbrew!"));

        // Then
        assertEquals(List.of(new DecidingRule.Evidence("s\u0435a\u200Bbrew", 7, "seabrew")), evidence(verdict));
    }

    @Test
    @DisplayName("evidence of a pattern has the place in the text as it was written")
    void evidenceOfPatterns() {
        // Given
        RuleSet rules = rules(rule(Action.BLOCK, new Condition.Regex("(?i)buy \\w+")));

        // When
        Verdict verdict = rules.decide(post("No: \u200BB\u200BUY follow\u00ADers"));

        // Then
        assertEquals(List.of(new DecidingRule.Evidence("B\u200BUY follow\u00ADers", 5, "(?i)buy \\w+")), evidence(verdict));
    }

    @Test
    @DisplayName("evidence is 5 places at most, and each is cut")
    void evidenceIsBounded() {
        // Given
        RuleSet rules = rules(rule(Action.BLOCK, new Condition.Regex("a+")));

        // When
        Verdict verdict = rules.decide(post(("a".repeat(1_000) + " ").repeat(100)));

        // Then
        assertEquals(List.of(200, 200, 200, 200, 200), evidence(verdict).stream().map(one -> one.text().length()).toList());
    }

    @ParameterizedTest
    @DisplayName("each condition looks at what it is about")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void conditions(int index) {
        // Given
        List<Condition> met = List.of(new Condition.Author(Network.TIKTOK, "42", null),
                new Condition.Author(Network.TIKTOK, null, "@Mila.Pours"), new Condition.Phrase("flat white"),
                new Condition.Language("zh"), new Condition.OnNetwork(Network.TIKTOK),
                new Condition.HasLabel(Label.Kind.DISCLOSURE, "ABSENT"), new Condition.Similarity(),
                new Condition.Regex("\\bf.at\\b"));
        List<Condition> notMet = List.of(new Condition.Author(Network.X, "42", null),
                new Condition.Author(Network.TIKTOK, null, "mila"), new Condition.Phrase("flat black"),
                new Condition.Language("zh-Hans"), new Condition.OnNetwork(Network.X),
                new Condition.HasLabel(Label.Kind.TOPIC, "ABSENT"), new Condition.Author(Network.TIKTOK, null, "42"),
                new Condition.Regex("^white"));
        var post = new ModeratedPost(Network.TIKTOK, "42", "mila.pours", "A flat-white", "zh-Hant",
                List.of(new Label(Label.Kind.DISCLOSURE, "ABSENT", List.of(), "test.1"),
                        Label.nearDuplicate(UUID.randomUUID(), 1)),
                Set.of());

        // When
        List<PostState> states = List.of(rules(rule(Action.ALLOW, met.get(index))).decide(post).state(),
                rules(rule(Action.ALLOW, notMet.get(index))).decide(post).state());

        // Then
        assertEquals(List.of(PostState.APPROVED, PostState.PENDING), states);
    }

    @Test
    @DisplayName("a rule for one campaign leaves the posts of others alone")
    void scope() {
        // Given
        UUID campaign = Uuid7.next();
        RuleSet rules = rules(
                new Rule(Uuid7.next(), "scoped", Action.BLOCK, new Condition.OnNetwork(Network.X), campaign));

        // When
        List<PostState> states = List.of(rules.decide(post("Hi", campaign)).state(),
                rules.decide(post("Hi", Uuid7.next())).state());

        // Then
        assertEquals(List.of(PostState.REJECTED, PostState.PENDING), states);
    }

    @Test
    @DisplayName("thousands of words are compiled and found with those of equal spelling")
    void thousandsOfWords() {
        // Given
        List<Rule> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(rule(Action.QUARANTINE, new Condition.Word("word" + i % 2_500)));
        }
        RuleSet rules = RuleSet.of(1, many);

        // When
        Verdict verdict = rules.decide(post("here word77 and word2499 are"));

        // Then
        assertEquals(many.get(77).id(), Objects.requireNonNull(verdict.rule()).id());
    }

    @ParameterizedTest
    @DisplayName("patterns that explode elsewhere answer on a mebibyte of text")
    @ValueSource(strings = {"(a+)+$", "(a|a)*b", "(a*)*c", "^(a+)+$", "(.*a){12}x", "([a-z]+)*[0-9]"})
    void explodingPatterns(String pattern) {
        // Given
        RuleSet rules = rules(rule(Action.BLOCK, new Condition.Regex(pattern)));

        // When
        Verdict verdict = rules.decide(post("a".repeat(1 << 20) + "!"));

        // Then
        assertEquals(PostState.PENDING, verdict.state());
    }

    @Test
    @DisplayName("hostile text is read without failing")
    void hostileText() {
        // Given
        RuleSet rules = rules(rule(Action.BLOCK, new Condition.Word("seabrew")),
                rule(Action.BLOCK, new Condition.Regex("sea\\s*brew")));
        List<String> texts = List.of("", "\u200B", "\uD83D", "\uDC00\uD800", "e" + "\u0301".repeat(100_000),
                "#".repeat(100_000),
                "\u202Ewerbaes\u202C", "\u0000", "а".repeat(100_000), "\uFDFA".repeat(10_000), "s\u0335".repeat(10_000));

        // When
        List<PostState> states = texts.stream().map(text -> rules.decide(post(text)).state()).distinct().toList();

        // Then
        assertEquals(List.of(PostState.PENDING), states);
    }

    @Test
    @DisplayName("a long text full of one word that thousands of rules ask for is read once")
    void manyRulesForOneWord() {
        // Given
        List<Rule> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(rule(Action.BLOCK, new Condition.Word("seabrew")));
        }
        RuleSet rules = RuleSet.of(1, many);

        // When
        Verdict verdict = rules.decide(post("Se\u0430brew seabrew ".repeat(6_000)));

        // Then
        assertEquals(many.getFirst().id(), assertNotNullRule(verdict).id());
        assertEquals(5, evidence(verdict).size());
    }

    @Test
    @DisplayName("without rules somebody has to look")
    void noRules() {
        // When
        Verdict verdict = RuleSet.EMPTY.decide(post("Hi"));

        // Then
        assertEquals(PostState.PENDING, verdict.state());
        assertNull(verdict.rule());
    }

    private static List<DecidingRule.Evidence> evidence(Verdict verdict) {
        return assertNotNullRule(verdict).evidence();
    }

    private static DecidingRule assertNotNullRule(Verdict verdict) {
        DecidingRule rule = verdict.rule();
        assertNotNull(rule);
        return Objects.requireNonNull(rule);
    }

    private static RuleSet rules(Rule... rules) {
        return RuleSet.of(1, List.of(rules));
    }

    private static Rule rule(Action action, Condition condition) {
        return new Rule(Uuid7.next(), "rule", action, condition, null);
    }

    private static ModeratedPost post(String text, UUID... campaigns) {
        return new ModeratedPost(Network.X, null, "mila.pours", text, null, List.of(), Set.of(campaigns));
    }
}
