package io.groundswell.campaign.moderation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.classification.Label;
import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.campaign.text.FoldedTerm;
import io.groundswell.text.phrase.PhraseIndex;
import io.groundswell.text.phrase.Spellings;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * All enabled rules of a workspace, ready to decide. The work grows with the post, not with the number of rules: authors,
 * networks, languages and labels are looked up, all words and phrases are found in one pass over the text, and only patterns
 * are tried one after another, those first that would decide first. Safe for use by many threads at once.
 */
public final class RuleSet {
    /** Decides nothing. */
    public static final RuleSet EMPTY = new RuleSet(0, List.of());

    private static final int MOST_EVIDENCE = 5;
    private static final int NONE = Integer.MAX_VALUE;

    private final long revision;
    /** In the order in which they decide; everything else here speaks of rules by their place in this list. */
    private final List<Rule> rules;
    private final Map<Object, List<Integer>> byFact = new HashMap<>();
    /** Null when no rule is about words: then texts need not be read. */
    private final @Nullable PhraseIndex<Term> words;
    private final List<Regex> regexes = new ArrayList<>();

    private RuleSet(long revision, Collection<Rule> rules) {
        this.revision = revision;
        this.rules = rules.stream().sorted(Rule.ORDER).toList();
        var terms = new Terms();
        for (int place = 0; place < this.rules.size(); place++) {
            switch (this.rules.get(place).condition()) {
                case Condition.Word(String word) -> terms.add(word, place);
                case Condition.Phrase(String phrase) -> terms.add(phrase, place);
                case Condition.Regex regex ->
                    regexes.add(new Regex(place, regex.compiled(), RequiredText.of(VisibleText.of(regex.pattern()).text())));
                case Condition.Author author -> fact(place, fact(author));
                case Condition.Language(String tag) -> fact(place, new LanguageFact(tag.toLowerCase(Locale.ROOT)));
                case Condition.OnNetwork(Network network) -> fact(place, network);
                case Condition.HasLabel(Label.Kind kind, String value) -> fact(place, new LabelFact(kind, value));
                case Condition.Similarity _ -> fact(place, Similar.TO_EARLIER);
            }
        }
        this.words = terms.index();
    }

    /** Compiles rules. Thousands take longer than other requests may wait: not to be called on an event loop. */
    static RuleSet of(long revision, Collection<Rule> rules) {
        return new RuleSet(revision, rules);
    }

    private static Object fact(Condition.Author author) {
        String id = author.id();
        return id != null
                ? new AuthorIdFact(author.network(), id)
                : HandleFact.of(author.network(), String.valueOf(author.handle()));
    }

    private void fact(int place, Object fact) {
        byFact.computeIfAbsent(fact, _ -> new ArrayList<>()).add(place);
    }

    /** Returns which state of the workspace's rules this was made of. */
    long revision() {
        return revision;
    }

    /** @param required what a text must have for the pattern to be worth trying; null when that is not known */
    private record Regex(int place, Pattern pattern, @Nullable String required) {}

    /** Words that rules ask for; one for all rules that ask for the same, so that a text full of them is not read for each rule. */
    private static final class Term {
        private final List<Integer> places = new ArrayList<>();
    }

    private static final class Terms {
        private final PhraseIndex.Builder<Term> phrases = new PhraseIndex.Builder<Term>().wholeWordsOnly();
        private final Map<String, Term> bySpelling = new HashMap<>();

        void add(String phrase, int place) {
            Set<String> spellings = Spellings.of(phrase, "und");
            Term term = bySpelling.computeIfAbsent(spellings.iterator().next(), _ -> new Term());
            if (term.places.isEmpty()) {
                spellings.forEach(spelling -> phrases.add(spelling, term));
            }
            term.places.add(place);
        }

        @Nullable
        PhraseIndex<Term> index() {
            return bySpelling.isEmpty() ? null : phrases.build();
        }
    }

    private record AuthorIdFact(Network network, String id) {}

    private record HandleFact(Network network, String folded) {
        static HandleFact of(Network network, String handle) {
            return new HandleFact(network, FoldedTerm.of(handle));
        }
    }

    private record LanguageFact(String tag) {}

    private record LabelFact(Label.Kind kind, String value) {}

    private enum Similar {
        TO_EARLIER
    }

    /** Tells whether it decides nothing on any post. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** Returns what becomes of a post, and by which rule: the first in order whose condition the post meets. */
    public Verdict decide(ModeratedPost post) {
        if (rules.isEmpty()) {
            return Verdict.UNDECIDED;
        }
        var search = new Search(post);
        for (Object fact : facts(post)) {
            search.consider(byFact.getOrDefault(fact, List.of()));
        }
        search.readWords();
        search.tryRegexes();
        return search.verdict();
    }

    private static List<Object> facts(ModeratedPost post) {
        List<Object> facts = new ArrayList<>();
        facts.add(post.network());
        if (post.authorId() != null) {
            facts.add(new AuthorIdFact(post.network(), post.authorId()));
        }
        if (post.authorHandle() != null) {
            facts.add(HandleFact.of(post.network(), post.authorHandle()));
        }
        if (post.detectedLanguage() != null) {
            String tag = post.detectedLanguage().toLowerCase(Locale.ROOT);
            for (int end = tag.length(); end > 0; end = tag.lastIndexOf('-', end - 1)) {
                facts.add(new LanguageFact(tag.substring(0, end)));
            }
        }
        post.labels().forEach(label -> facts.add(new LabelFact(label.kind(), label.value())));
        if (post.labels().stream().anyMatch(label -> label.kind() == Label.Kind.NEAR_DUPLICATE)) {
            facts.add(Similar.TO_EARLIER);
        }
        return facts;
    }

    /** Looks for the first rule in order. */
    private final class Search {
        private final ModeratedPost post;
        /** The first places of each. */
        private final Map<Term, List<PhraseIndex.Found<Term>>> found = new HashMap<>();
        private int first = NONE;

        Search(ModeratedPost post) {
            this.post = post;
        }

        void consider(List<Integer> places) {
            for (int place : places) {
                if (place >= first) {
                    return;
                }
                if (rules.get(place).concerns(post)) {
                    first = place;
                }
            }
        }

        void readWords() {
            if (words == null) {
                return;
            }
            words.find(post.text()).forEach(this::read);
            String unmasked = Lookalikes.unmask(post.text());
            if (!unmasked.equals(post.text())) {
                words.find(unmasked).forEach(this::read);
            }
        }

        private void read(PhraseIndex.Found<Term> phrase) {
            List<PhraseIndex.Found<Term>> before = found.computeIfAbsent(phrase.value(), _ -> new ArrayList<>());
            if (before.isEmpty()) {
                consider(phrase.value().places);
            }
            if (before.size() < MOST_EVIDENCE && !before.contains(phrase)) {
                before.add(phrase);
            }
        }

        void tryRegexes() {
            if (regexes.isEmpty()) {
                return;
            }
            String text = VisibleText.of(post.text()).text();
            String folded = RequiredText.folded(text);
            for (Regex regex : regexes) {
                if (regex.place() >= first) {
                    return;
                }
                if (rules.get(regex.place()).concerns(post) && (regex.required() == null || folded.contains(regex.required()))
                        && regex.pattern().matcher(text).find()) {
                    first = regex.place();
                }
            }
        }

        Verdict verdict() {
            if (first == NONE) {
                return Verdict.UNDECIDED;
            }
            Rule rule = rules.get(first);
            return new Verdict(rule.action().state(),
                    new DecidingRule(rule.id(), rule.name(), rule.action(), evidence(rule.condition())));
        }

        private List<DecidingRule.Evidence> evidence(Condition condition) {
            return switch (condition) {
                case Condition.Word(String word) -> places(word);
                case Condition.Phrase(String phrase) -> places(phrase);
                case Condition.Regex regex -> matches(regex);
                case Condition.Author(Network network, String id, String handle) ->
                    stated(String.valueOf(id != null ? post.authorId() : post.authorHandle()),
                            network + " " + (id != null ? id : handle));
                case Condition.Language(String tag) -> stated(String.valueOf(post.detectedLanguage()), tag);
                case Condition.OnNetwork(Network network) -> stated(network.name(), network.name());
                case Condition.HasLabel(Label.Kind kind, String value) ->
                    labelled(label -> label.kind() == kind && label.value().equals(value));
                case Condition.Similarity _ -> labelled(label -> label.kind() == Label.Kind.NEAR_DUPLICATE);
            };
        }

        private List<DecidingRule.Evidence> places(String term) {
            return found.entrySet().stream().filter(one -> Collections.binarySearch(one.getKey().places, first) >= 0)
                    .flatMap(one -> one.getValue().stream())
                    .map(phrase -> new DecidingRule.Evidence(phrase.in(post.text()), phrase.start(), term)).toList();
        }

        private List<DecidingRule.Evidence> matches(Condition.Regex regex) {
            VisibleText visible = VisibleText.of(post.text());
            Pattern pattern = regexes.stream().filter(known -> known.place() == first).findFirst().orElseThrow().pattern();
            Matcher matcher = pattern.matcher(visible.text());
            List<DecidingRule.Evidence> evidence = new ArrayList<>();
            while (evidence.size() < MOST_EVIDENCE && matcher.find()) {
                evidence.add(new DecidingRule.Evidence(visible.original(matcher.start(), matcher.end()),
                        visible.originalStart(matcher.start()), regex.pattern()));
            }
            return evidence;
        }

        /** The words that spoke for a label speak for the rule; a label that says that nothing was found speaks for itself. */
        private List<DecidingRule.Evidence> labelled(Predicate<Label> asked) {
            return post.labels().stream().filter(asked).flatMap(label -> {
                String term = label.kind() + " " + label.value();
                return label.evidence().isEmpty()
                        ? stated(label.value(), term).stream()
                        : label.evidence().stream()
                                .map(word -> new DecidingRule.Evidence(word.text(), word.start(), term));
            }).limit(MOST_EVIDENCE).toList();
        }

        private static List<DecidingRule.Evidence> stated(String text, String term) {
            return List.of(new DecidingRule.Evidence(text, null, term));
        }
    }
}
