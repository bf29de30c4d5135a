package io.groundswell.creator.scoring;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.text.phrase.PhraseIndex;
import io.groundswell.text.phrase.Spellings;

/**
 * Finds a profile's words and phrases in text, as {@link PhraseIndex} finds those of the taxonomy: whatever their case and
 * width, as whole words where words are written apart, and in hashtags, where a phrase has no spaces.
 */
final class Keywords {
    private final List<String> keywords;
    private final PhraseIndex<String> index;

    /** Makes the keywords, which are folded, ready to be looked for in many texts. */
    Keywords(List<String> keywords) {
        PhraseIndex.Builder<String> builder = new PhraseIndex.Builder<>();
        keywords.forEach(keyword -> Spellings.of(keyword, "und").forEach(spelling -> builder.add(spelling, keyword)));
        this.keywords = List.copyOf(keywords);
        this.index = builder.build();
    }

    /**
     * Returns the form in which a keyword is kept and looked for.
     *
     * @throws InvalidValue when nothing is left of it
     */
    static String folded(String keyword) {
        String bare = keyword.strip().replaceFirst("^[#＃]", "");
        String folded = Spellings.of(bare, "und").iterator().next();
        if (folded.isBlank() || folded.codePoints().allMatch(Character::isISOControl)) {
            throw new InvalidValue("", "invalid-keyword", "Must be a word or a phrase; a link or a mention is none.");
        }
        return folded;
    }

    /** Returns those of the keywords that occur in at least one of the texts, in their order. */
    List<String> in(Collection<String> texts) {
        if (keywords.isEmpty()) {
            return List.of();
        }
        Set<String> found = new HashSet<>();
        texts.forEach(text -> index.find(text).forEach(phrase -> found.add(phrase.value())));
        return keywords.stream().filter(found::contains).toList();
    }
}
