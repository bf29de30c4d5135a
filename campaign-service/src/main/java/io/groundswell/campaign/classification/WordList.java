package io.groundswell.campaign.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.text.FoldedTerm;
import io.groundswell.text.phrase.PhraseIndex;
import io.groundswell.text.phrase.Spellings;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;

/**
 * Words and phrases that stand for something, found in one pass over a text. Where words are written apart, whole words are
 * found, also drawn out ({@code sooo}); in scripts without spaces, wherever they stand. Of several that lie within each other
 * the longest counts. Safe for use by many threads at once.
 */
final class WordList<V> {
    private final Map<String, List<Phrase<V>>> byFirstWord;
    private final @Nullable PhraseIndex<V> unspaced;

    private WordList(Map<String, List<Phrase<V>>> byFirstWord, @Nullable PhraseIndex<V> unspaced) {
        this.byFirstWord = byFirstWord;
        this.unspaced = unspaced;
    }

    private record Phrase<V>(List<String> words, V value) {}

    /**
     * A word or phrase where it was found.
     *
     * @param token the first of its tokens; -1 in a script without spaces
     * @param lastToken the last of its tokens
     */
    record Match<V>(int start, int end, int token, int lastToken, V value) {

        boolean isInSpacedScript() {
            return token >= 0;
        }
    }

    /** Returns what was found, in the order of the text. */
    List<Match<V>> find(Tokens tokens) {
        List<Match<V>> found = new ArrayList<>();
        List<Tokens.Token> all = tokens.all();
        for (int i = 0; i < all.size();) {
            Match<V> match = at(all, i);
            if (match != null) {
                found.add(match);
            }
            i = match == null ? i + 1 : match.lastToken() + 1;
        }
        if (unspaced != null) {
            addUnspaced(found, unspaced, tokens.text());
        }
        return found;
    }

    private void addUnspaced(List<Match<V>> found, PhraseIndex<V> phrases, String text) {
        boolean spaced = !found.isEmpty();
        int end = 0;
        for (PhraseIndex.Found<V> one : phrases.find(text)) {
            if (one.start() >= end) {
                found.add(new Match<>(one.start(), one.end(), -1, -1, one.value()));
                end = one.end();
            }
        }
        if (spaced) {
            found.sort(Comparator.comparingInt(Match::start));
        }
    }

    private @Nullable Match<V> at(List<Tokens.Token> all, int index) {
        Tokens.Token token = all.get(index);
        List<Phrase<V>> phrases = byFirstWord.get(token.folded());
        if (phrases == null && token.isDrawnOut()) {
            phrases = byFirstWord.get(token.squeezed(2));
            phrases = phrases == null ? byFirstWord.get(token.squeezed(1)) : phrases;
        }
        if (phrases == null) {
            int apostrophe = token.folded().indexOf('\'');
            if (apostrophe > 0) {
                // An elided article or pronoun before it (l'horreur), or a possessive behind it.
                phrases = byFirstWord.get(token.folded().substring(apostrophe + 1));
                phrases = phrases == null ? byFirstWord.get(token.folded().substring(0, apostrophe)) : phrases;
            }
        }
        if (phrases == null) {
            return null;
        }
        for (Phrase<V> phrase : phrases) {
            if (stands(phrase.words(), all, index)) {
                int last = index + phrase.words().size() - 1;
                return new Match<>(token.start(), all.get(last).end(), index, last, phrase.value());
            }
        }
        return null;
    }

    private static boolean stands(List<String> words, List<Tokens.Token> all, int index) {
        if (index + words.size() > all.size()) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            Tokens.Token token = all.get(index + i);
            if (!token.folded().equals(words.get(i)) || token.clause() != all.get(index).clause()) {
                return false;
            }
        }
        return true;
    }

    /** Collects words; of equal ones the first stays. */
    static final class Builder<V> {
        private final Map<String, List<Phrase<V>>> byFirstWord = new HashMap<>();
        private final PhraseIndex.Builder<V> unspaced = new PhraseIndex.Builder<>();
        private boolean anyUnspaced;

        Builder<V> add(String phrase, V value) {
            if (isUnspaced(phrase)) {
                Spellings.of(phrase, "und").forEach(spelling -> unspaced.add(spelling, value));
                anyUnspaced = true;
                return this;
            }
            List<String> words = List.of(FoldedTerm.of(phrase).split("[ -]+", -1));
            List<Phrase<V>> same = byFirstWord.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>(1));
            if (same.stream().noneMatch(known -> known.words().equals(words))) {
                same.add(new Phrase<>(words, value));
                same.sort(Comparator.comparingInt(known -> -known.words().size()));
            }
            return this;
        }

        private static boolean isUnspaced(String phrase) {
            return switch (UScript.getScript(UCharacter.codePointAt(phrase, 0))) {
                case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA -> true;
                default -> false;
            };
        }

        WordList<V> build() {
            Map<String, List<Phrase<V>>> copy = new HashMap<>();
            byFirstWord.forEach((word, phrases) -> copy.put(word, List.copyOf(phrases)));
            return new WordList<>(Map.copyOf(copy), anyUnspaced ? Objects.requireNonNull(unspaced.build()) : null);
        }
    }
}
