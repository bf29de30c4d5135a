package io.groundswell.campaign.classification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Which kinds of words a text has that brands ask about, by lists for each language. A category is about the text: it says
 * nothing of the writer, and nothing of whether the words are meant. That none was found is no promise of safety. Safe for use
 * by many threads at once.
 */
final class BrandSafetyRules {
    static final String NONE_FOUND = "NONE_FOUND";
    private static final int MOST_EVIDENCE = 20;
    private static final int SHORTEST_MASKED = 4;

    private final RuleFile file;
    private final Map<String, WordList<Set<Listed>>> byLanguage = new HashMap<>();
    private final WordList<Set<Listed>> everywhere;

    private BrandSafetyRules(RuleFile file) {
        this.file = file;
        this.everywhere = list(List.of(file.everywhere()));
        file.languages().forEach((language, words) -> byLanguage.put(language, list(List.of(file.everywhere(), words))));
    }

    /** What is listed under a category. */
    enum Category {
        PROFANITY, INSULT, HATE, SEXUAL, VIOLENCE, DRUGS, GAMBLING, SCAM
    }

    private record Listed(Category category, String term) {}

    static BrandSafetyRules standard() {
        return Standard.RULES;
    }

    /**
     * Returns a label for each category that was found. When none was, a single one says so, if the text's language has a list
     * or the text has no words.
     */
    List<Label> labels(Tokens tokens, @Nullable String language) {
        WordList<Set<Listed>> own = language == null ? null : byLanguage.get(SentimentLexicon.baseOf(language));
        Map<Category, List<Label.Evidence>> found = new EnumMap<>(Category.class);
        for (WordList.Match<Set<Listed>> match : (own == null ? everywhere : own).find(tokens)) {
            for (Listed listed : match.value()) {
                List<Label.Evidence> evidence = found.computeIfAbsent(listed.category(), _ -> new ArrayList<>());
                if (evidence.size() < MOST_EVIDENCE) {
                    evidence.add(new Label.Evidence(tokens.text().substring(match.start(), match.end()), match.start(),
                            listed.term()));
                }
            }
        }
        if (found.isEmpty()) {
            boolean read = own != null || tokens.all().stream().noneMatch(token -> token.kind() == Tokens.Kind.WORD);
            return read ? List.of(label(NONE_FOUND, List.of())) : List.of();
        }
        return found.entrySet().stream().map(entry -> label(entry.getKey().name(), entry.getValue())).toList();
    }

    private Label label(String value, List<Label.Evidence> evidence) {
        return new Label(Label.Kind.BRAND_SAFETY, value, evidence, file.id() + "." + file.version());
    }

    /** A word may be of several categories. */
    private WordList<Set<Listed>> list(List<Map<Category, List<String>>> sources) {
        Map<String, Set<Listed>> all = new HashMap<>();
        for (Map<Category, List<String>> words : sources) {
            words.forEach((category, entries) -> entries.forEach(entry -> add(all, category, entry)));
        }
        var list = new WordList.Builder<Set<Listed>>();
        all.forEach((word, listed) -> list.add(word, Set.copyOf(listed)));
        return list.build();
    }

    private void add(Map<String, Set<Listed>> all, Category category, String entry) {
        for (String word : ClassificationFile.inflections(entry, file.endings())) {
            var listed = new Listed(category, word);
            all.computeIfAbsent(word, _ -> new LinkedHashSet<>()).add(listed);
            if (file.masked().contains(category)) {
                maskedSpellings(word)
                        .forEach(spelling -> all.computeIfAbsent(spelling, _ -> new LinkedHashSet<>()).add(listed));
            }
        }
    }

    /** Returns {@code sh*t}, {@code s**t}, {@code sh1t} and the like for {@code shit}. */
    private static Set<String> maskedSpellings(String word) {
        boolean plain = word.length() >= SHORTEST_MASKED && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
        if (!plain) {
            return Set.of();
        }
        int end = word.length() - 1;
        String inner = word.substring(1, end);
        Set<String> masked = new LinkedHashSet<>(List.of("*".repeat(inner.length()), "**" + inner.substring(2),
                inner.replaceAll("[aeiou]", "*"), digits(inner)));
        for (int i = 0; i < inner.length(); i++) {
            String letter = inner.substring(i, i + 1);
            if ("aeiou".contains(letter)) {
                masked.add(inner.substring(0, i) + "*" + inner.substring(i + 1));
                masked.add(inner.substring(0, i) + digits(letter) + inner.substring(i + 1));
            }
        }
        masked.remove(inner);
        return masked.stream().map(spelling -> word.charAt(0) + spelling + word.charAt(end)).collect(Collectors.toSet());
    }

    private static String digits(String letters) {
        return letters.replace('i', '1').replace('o', '0').replace('e', '3').replace('a', '4');
    }

    /** The rules as they are written down. */
    record RuleFile(String id, int version, LocalDate date, List<String> sources, Set<Category> masked,
            Map<String, List<String>> endings, Map<Category, List<String>> everywhere,
            Map<String, Map<Category, List<String>>> languages) {}

    private static final class Standard {
        static final BrandSafetyRules RULES = new BrandSafetyRules(
                ClassificationFile.read("brand-safety.yaml", RuleFile.class));
    }
}
