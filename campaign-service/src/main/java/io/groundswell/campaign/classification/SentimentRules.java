package io.groundswell.campaign.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How glad or displeased a text sounds, by the arithmetic of VADER (Hutto and Gilbert 2014): each word weighs what people said
 * it does; a word of degree before it adds or takes, a negation near it turns it, capitals and exclamation marks raise it, and
 * what follows a "but" counts more. The sum s becomes the score s / sqrt(s² + 15), between -1 and 1. It reads words, not
 * meaning: irony sounds glad. Safe for use by many threads at once.
 */
final class SentimentRules {
    private static final double NEGATED = -0.74;
    private static final double CAPITALS = 0.733;
    private static final double EXCLAMATION = 0.292;
    private static final int MOST_EXCLAMATIONS = 4;
    private static final double QUESTION = 0.18;
    private static final double MANY_QUESTIONS = 0.96;
    private static final double NORMALISATION = 15;
    /** Scores nearer to 0 are neutral; VADER's own threshold. */
    private static final double THRESHOLD = 0.05;
    private static final double[] FADING = {1, 0.95, 0.9};
    private static final int REACH = FADING.length;
    private static final int REACH_FROM_BEHIND = 4;
    private static final double BEFORE_CONTRAST = 0.5;
    private static final double AFTER_CONTRAST = 1.5;
    private static final int MOST_EVIDENCE = 20;

    private final Tokens tokens;
    private final List<WordList.Match<SentimentCue>> cues;
    private final List<Finding> findings = new ArrayList<>();

    private SentimentRules(Tokens tokens, List<WordList.Match<SentimentCue>> cues) {
        this.tokens = tokens;
        this.cues = cues;
    }

    /** A word with what it adds to the sum. */
    private record Finding(int start, int end, String term, double weight, boolean negated) {

        Finding times(double factor) {
            return new Finding(start, end, term, weight * factor, negated);
        }
    }

    /** Returns how the text sounds; empty when its language has no list and it shows no sign that all languages share. */
    static Optional<Label> label(Tokens tokens, @Nullable String language) {
        WordList<SentimentCue> words = SentimentLexicon.of(language);
        var rules = new SentimentRules(tokens, words == null ? List.of() : words.find(tokens));
        rules.weigh();
        return words == null && rules.findings.isEmpty() ? Optional.empty() : Optional.of(rules.label());
    }

    private void weigh() {
        int contrast = -1;
        for (int i = 0; i < cues.size(); i++) {
            WordList.Match<SentimentCue> cue = cues.get(i);
            if (cue.value().role() == SentimentCue.Role.CONTRAST) {
                contrast = cue.start();
            } else if (cue.value().isValence()) {
                weigh(i);
            }
        }
        for (Tokens.Token token : tokens.all()) {
            double weight = token.kind() == Tokens.Kind.WORD ? 0 : SentimentLexicon.weight(token);
            if (weight != 0) {
                findings.add(new Finding(token.start(), token.end(), token.folded(), weight, false));
            }
        }
        if (contrast >= 0) {
            int parting = contrast;
            findings.replaceAll(one -> one.times(one.start() < parting ? BEFORE_CONTRAST : AFTER_CONTRAST));
        }
        findings.sort(Comparator.comparingInt(Finding::start));
    }

    private void weigh(int index) {
        WordList.Match<SentimentCue> word = cues.get(index);
        double weight = word.value().weight();
        double sign = Math.signum(weight);
        if (word.isInSpacedScript() && tokens.mixedCase() && tokens.all().get(word.token()).shouted()) {
            weight += sign * CAPITALS;
        }
        boolean negated = false;
        for (int i = index - 1; i >= 0; i--) {
            WordList.Match<SentimentCue> before = cues.get(i);
            int distance = distance(before, word);
            if (distance >= REACH || distance < 0) {
                break;
            }
            if (before.value().role() == SentimentCue.Role.DEGREE) {
                weight += sign * before.value().weight() * FADING[distance];
            }
            negated |= before.value().negatesWhatFollows();
        }
        negated |= isElidedNegation(word) || isNegatedFromBehind(index);
        findings.add(new Finding(word.start(), word.end(), word.value().term(), negated ? weight * NEGATED : weight, negated));
    }

    /** Returns how many words stand between; -1 when punctuation parts them. Without spaces, only what adjoins is near. */
    private int distance(WordList.Match<SentimentCue> before, WordList.Match<SentimentCue> word) {
        if (before.isInSpacedScript() && word.isInSpacedScript()) {
            return tokens.all().get(before.lastToken()).clause() == tokens.all().get(word.token()).clause()
                    ? word.token() - before.lastToken() - 1
                    : -1;
        }
        int between = word.start() - before.end();
        return between >= 0 && between < REACH - 1 ? between : -1;
    }

    /** French writes a negation into the verb: {@code n'aime}. */
    private boolean isElidedNegation(WordList.Match<SentimentCue> word) {
        return word.isInSpacedScript() && tokens.all().get(word.token()).folded().startsWith("n'");
    }

    private boolean isNegatedFromBehind(int index) {
        WordList.Match<SentimentCue> word = cues.get(index);
        for (int i = index + 1; i < cues.size(); i++) {
            WordList.Match<SentimentCue> behind = cues.get(i);
            int distance = distance(word, behind);
            if (distance < 0 || distance > REACH_FROM_BEHIND) {
                return false;
            }
            if (behind.value().negatesWhatPrecedes() && (word.value().turnedFromBehind() || !word.isInSpacedScript())) {
                return true;
            }
        }
        return false;
    }

    private Label label() {
        double score = score();
        String value = score >= THRESHOLD ? "POSITIVE" : score <= -THRESHOLD ? "NEGATIVE" : "NEUTRAL";
        List<Label.Evidence> evidence = findings.stream().limit(MOST_EVIDENCE)
                .map(one -> new Label.Evidence(tokens.text().substring(one.start(), one.end()), one.start(),
                        one.term() + (one.negated() ? " (negated) " : " ") + rounded(one.weight(), 10)))
                .toList();
        return new Label(Label.Kind.SENTIMENT, value, evidence, SentimentLexicon.model(), rounded(score, 10_000));
    }

    private double score() {
        double sum = 0;
        for (Finding one : findings) {
            sum += one.weight();
        }
        if (sum != 0) {
            sum += Math.signum(sum) * emphasis();
        }
        return sum / Math.sqrt(sum * sum + NORMALISATION);
    }

    private double emphasis() {
        double questions = tokens.questions() < 2
                ? 0
                : tokens.questions() <= 3 ? tokens.questions() * QUESTION : MANY_QUESTIONS;
        return Math.min(tokens.exclamations(), MOST_EXCLAMATIONS) * EXCLAMATION + questions;
    }

    private static double rounded(double value, int parts) {
        return (double) Math.round(value * parts) / parts;
    }
}
