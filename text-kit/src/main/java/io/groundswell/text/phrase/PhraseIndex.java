package io.groundswell.text.phrase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;

/**
 * Finds thousands of phrases in one pass over a text, in any script. Safe for use by many threads at once.
 *
 * <p>A phrase is found where words begin and end, if its script writes words apart. Within a longer word it is found when the
 * rest of the word is an affix ({@code catlover}), or another phrase and both have four letters or more
 * ({@code veganrecipes}); so {@code carpet} is neither a car nor a pet. A hashtag in mixed case is several words. A phrase of
 * up to three katakana is found as a whole run of them only, or the bread in {@code ジャパン} would be one.
 *
 * @param <V> what a phrase stands for
 */
public final class PhraseIndex<V> {
    private static final int SHORTEST_IN_COMPOUND = 4;
    private static final int SHORTEST_WITHIN_KATAKANA = 4;
    private static final int LONGEST_COMPOUND = 64;

    private final AhoCorasickDoubleArrayTrie<List<V>> trie;
    private final Set<String> before;
    private final Set<String> after;
    private final boolean wholeWords;

    private PhraseIndex(Map<String, List<V>> phrases, Set<String> before, Set<String> after, boolean wholeWords) {
        this.wholeWords = wholeWords;
        this.trie = new AhoCorasickDoubleArrayTrie<>();
        this.trie.build(phrases);
        this.before = before;
        this.after = after;
    }

    /**
     * A phrase in a text.
     *
     * @param start where it begins in the text as it was given, in UTF-16 units
     * @param end where it ends
     */
    public record Found<V>(int start, int end, V value) {

        /** Returns the phrase as it was written. */
        public String in(String text) {
            return text.substring(start, end);
        }

        /** Tells whether all of the other lies within this one. */
        public boolean covers(Found<?> other) {
            return start <= other.start && end >= other.end;
        }
    }

    /** Returns all phrases of the text, by where they begin, longer ones first. They may lie within each other. */
    public List<Found<V>> find(String text) {
        FoldedText folded = FoldedText.of(text);
        Search<V> search = new Search<>(this, folded);
        trie.parseText(folded, search::hit);
        return search.found();
    }

    /** Collects phrases. */
    public static final class Builder<V> {
        private final Map<String, List<V>> phrases = new TreeMap<>();
        private final Set<String> before = new HashSet<>();
        private final Set<String> after = new HashSet<>();
        private boolean wholeWords;

        /** Finds phrases as whole words only, so that what is found does not depend on which other phrases there are. */
        public Builder<V> wholeWordsOnly() {
            wholeWords = true;
            return this;
        }

        /**
         * Adds a phrase.
         *
         * @param spelling folded, see {@link Spellings}
         */
        public Builder<V> add(String spelling, V value) {
            if (spelling.isBlank()) {
                throw new IllegalArgumentException("A phrase must have a character that is seen: " + value);
            }
            phrases.computeIfAbsent(spelling, _ -> new ArrayList<>()).add(value);
            return this;
        }

        /** Adds what may stand before and after a phrase within a word. */
        public Builder<V> affixes(Collection<String> before, Collection<String> after) {
            before.forEach(affix -> this.before.add(joined(affix)));
            after.forEach(affix -> this.after.add(joined(affix)));
            return this;
        }

        private static String joined(String affix) {
            return FoldedText.key(affix).replace(" ", "");
        }

        /** Returns the index of what was added so far. */
        public PhraseIndex<V> build() {
            Map<String, List<V>> copy = new LinkedHashMap<>();
            phrases.forEach((phrase, values) -> copy.put(phrase, List.copyOf(values)));
            return new PhraseIndex<>(new TreeMap<>(copy), Set.copyOf(before), Set.copyOf(after), wholeWords);
        }
    }

    /** One pass over one text. */
    private static final class Search<V> {
        private final PhraseIndex<V> index;
        private final FoldedText text;
        private final List<Hit<V>> accepted = new ArrayList<>();
        private final List<Hit<V>> withinWords = new ArrayList<>();

        Search(PhraseIndex<V> index, FoldedText text) {
            this.index = index;
            this.text = text;
        }

        private record Hit<V>(int begin, int end, List<V> values) {
            int length() {
                return end - begin;
            }
        }

        void hit(int begin, int end, List<V> values) {
            if (end - begin < SHORTEST_WITHIN_KATAKANA && (text.splitsKatakana(begin) || text.splitsKatakana(end))) {
                return;
            }
            Hit<V> hit = new Hit<>(begin, end, values);
            if (text.isEdge(begin) && text.isEdge(end)) {
                accepted.add(hit);
            } else if (!index.wholeWords) {
                withinWords.add(hit);
            }
        }

        List<Found<V>> found() {
            for (Hit<V> hit : withinWords) {
                decide(hit);
            }
            accepted.sort(Comparator.<Hit<V>>comparingInt(Hit::begin).thenComparing(Hit::end, Comparator.reverseOrder()));
            List<Found<V>> found = new ArrayList<>(accepted.size());
            for (Hit<V> hit : accepted) {
                int start = text.originalStart(hit.begin());
                int end = text.originalEnd(hit.end());
                hit.values().forEach(value -> found.add(new Found<>(start, end, value)));
            }
            return found;
        }

        private void decide(Hit<V> hit) {
            int wordStart = text.wordStart(hit.begin());
            int wordEnd = text.wordEnd(hit.end());
            if (wordEnd - wordStart > LONGEST_COMPOUND) {
                return;
            }
            boolean begins = text.isEdge(hit.begin()) || isAffix(index.before, wordStart, hit.begin());
            boolean ends = text.isEdge(hit.end()) || isAffix(index.after, hit.end(), wordEnd);
            if ((begins && ends) || (begins && isFollowed(hit, wordEnd)) || (ends && isPreceded(hit, wordStart))) {
                accepted.add(hit);
            }
        }

        private boolean isFollowed(Hit<V> hit, int wordEnd) {
            return hit.length() >= SHORTEST_IN_COMPOUND && withinWords.stream()
                    .anyMatch(next -> next.begin() == hit.end() && next.length() >= SHORTEST_IN_COMPOUND
                            && (next.end() == wordEnd || isAffix(index.after, next.end(), wordEnd)));
        }

        private boolean isPreceded(Hit<V> hit, int wordStart) {
            return hit.length() >= SHORTEST_IN_COMPOUND && withinWords.stream()
                    .anyMatch(last -> last.end() == hit.begin() && last.length() >= SHORTEST_IN_COMPOUND
                            && (last.begin() == wordStart || isAffix(index.before, wordStart, last.begin())));
        }

        private boolean isAffix(Set<String> affixes, int start, int end) {
            return start < end && affixes.contains(text.subSequence(start, end).toString());
        }
    }
}
