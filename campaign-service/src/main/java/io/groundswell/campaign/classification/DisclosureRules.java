package io.groundswell.campaign.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.groundswell.campaign.text.FoldedTerm;
import io.groundswell.campaign.text.TextTerms;
import io.groundswell.text.phrase.PhraseIndex;
import io.groundswell.text.phrase.Spellings;

/**
 * Whether a post says that it is paid for, in words that people understand and where they see them, by a list of hashtags and
 * phrases. It says nothing of whether the post is paid for. Safe for use by many threads at once.
 */
final class DisclosureRules {
    private final RuleFile file;
    private final Map<String, Wording> byHashtag = new HashMap<>();
    private final PhraseIndex<Wording> phrases;

    private DisclosureRules(RuleFile file) {
        this.file = file;
        file.clear().hashtags().forEach(tag -> byHashtag.put(FoldedTerm.of(tag), new Wording("#" + tag, true)));
        file.unclear().hashtags().forEach(tag -> byHashtag.put(FoldedTerm.of(tag), new Wording("#" + tag, false)));
        var index = new PhraseIndex.Builder<Wording>();
        add(index, file.clear().phrases(), true);
        add(index, file.unclear().phrases(), false);
        this.phrases = index.build();
    }

    private static void add(PhraseIndex.Builder<Wording> index, List<String> phrases, boolean clear) {
        phrases.forEach(
                phrase -> Spellings.of(phrase, "und").forEach(spelling -> index.add(spelling, new Wording(phrase, clear))));
    }

    static DisclosureRules standard() {
        return Standard.RULES;
    }

    /** Returns how the post discloses, with every wording that was found. */
    Label label(PostContent post) {
        List<Found> found = find(post.text());
        String value = found.stream().anyMatch(one -> one.wording().clear() && isSeen(post.text(), one.start()))
                ? "CLEAR"
                : found.stream().anyMatch(one -> one.wording().clear()) ? "LATE" : found.isEmpty() ? "ABSENT" : "UNCLEAR";
        return new Label(Label.Kind.DISCLOSURE, value,
                found.stream().map(one -> new Label.Evidence(one.text(), one.start(), one.wording().term())).toList(),
                file.id() + "." + file.version());
    }

    private List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        for (TextTerms.Hashtag hashtag : TextTerms.hashtagsIn(text)) {
            Wording wording = byHashtag.get(hashtag.term());
            if (wording != null) {
                found.add(new Found(text.substring(hashtag.start(), hashtag.end()), hashtag.start(), wording));
            }
        }
        for (PhraseIndex.Found<Wording> phrase : phrases.find(text)) {
            found.add(new Found(phrase.in(text), phrase.start(), phrase.value()));
        }
        return found;
    }

    /** Networks show the beginning of a text; the rest takes a tap that most people never make. */
    private boolean isSeen(String text, int start) {
        return start <= file.seenCharacters() && text.substring(0, start).lines().count() <= file.seenLines();
    }

    private record Wording(String term, boolean clear) {}

    private record Found(String text, int start, Wording wording) {}

    /** The rules as they are written down. */
    record RuleFile(String id, int version, LocalDate date, List<String> sources, int seenCharacters, int seenLines,
            Wordings clear, Wordings unclear) {

        /** @param hashtags without their sign */
        record Wordings(List<String> hashtags, List<String> phrases) {}
    }

    private static final class Standard {
        static final DisclosureRules RULES = new DisclosureRules(ClassificationFile.read("disclosure.yaml", RuleFile.class));
    }
}
