package io.groundswell.text.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Rules that the file must keep, whatever is added to it. */
class TaxonomyFileTest {
    /** What nobody may be sorted by: special categories of GDPR, article 9, and what comes near them. */
    private static final List<String> SENSITIVE = List.of("health", "illness", "disease", "disorder", "cancer", "diabet",
            "depress", "anxiety", "autis", "adhd", "disab", "therap", "medic", "patient", "pregnan", "fertil", "weight loss",
            "religio", "christian", "catholic", "church", "muslim", "islam", "halal", "jewish", "kosher", "hindu", "buddh",
            "bible", "prayer", "faith", "politic", "election", "vote", "party politics", "conservative", "liberal", "socialis",
            "union", "activis", "lgbt", "gay", "lesbian", "queer", "trans ", "sexual", "dating", "ethnic", "race ", "racial",
            "immigra", "refugee", "black owned", "健康", "疾病", "宗教", "政治", "佛教", "基督", "病気", "信仰", "政党", "selección política",
            "salud", "enfermedad", "religión", "política", "gesundheit", "krank", "politik", "santé", "maladie", "politique");
    private static final Taxonomy TAXONOMY = Taxonomy.standard();

    @Test
    void thereAreTwoLevelsAndAtLeastFortyTopics() {
        // When
        long parents = TAXONOMY.topics().stream().filter(topic -> topic.parent() == null).count();
        long children = TAXONOMY.topics().size() - parents;

        // Then
        assertTrue(parents >= 12 && children >= 45, () -> parents + " parents, " + children + " children");
    }

    @Test
    void noTopicIsAboutWhatNobodyMayBeSortedBy() {
        // When
        List<String> sensitive = TAXONOMY.topics().stream().flatMap(TaxonomyFileTest::words)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> SENSITIVE.stream().anyMatch(word::contains))
                .toList();

        // Then
        assertEquals(List.of(), sensitive);
    }

    private static Stream<String> words(Topic topic) {
        return Stream.of(Stream.of(topic.id().replace('-', ' ')), topic.names().values().stream(),
                topic.keywords().values().stream().flatMap(List::stream)).flatMap(words -> words);
    }

    @Test
    void aKeywordSpeaksForOneTopic() {
        // Given
        List<String> several = new ArrayList<>();

        // When
        TAXONOMY.topics().forEach(topic -> topic.keywords().values().stream().flatMap(List::stream).distinct()
                .forEach(keyword -> {
                    Set<String> topics = TAXONOMY.match(keyword).stream().filter(match -> match.text().equals(keyword))
                            .map(TopicMatch::topic).collect(Collectors.toSet());
                    if (topics.size() > 1) {
                        several.add(keyword + topics);
                    }
                }));

        // Then
        assertEquals(List.of(), several);
    }

    @Test
    void everyKeywordIsFoundInATextAndInAHashtag() {
        // Given
        Set<String> lost = new HashSet<>();

        // When
        TAXONOMY.topics().forEach(topic -> topic.keywords().forEach((language, keywords) -> keywords.forEach(keyword -> {
            if (TAXONOMY.match("1: " + keyword + "!").stream().noneMatch(match -> match.topic().equals(topic.id()))) {
                lost.add("text " + keyword);
            }
            String hashtag = keyword.replaceAll("[ '-]", "");
            if (!language.equals("zxx") && !keyword.contains("'") && hashtag.length() > 4
                    && TAXONOMY.matchHashtag(hashtag).stream().noneMatch(match -> match.topic().equals(topic.id()))) {
                lost.add("hashtag " + hashtag);
            }
        })));

        // Then
        assertEquals(Set.of(), lost);
    }

    @Test
    void everyLanguageHasSeveralKeywordsForATopic() {
        // When
        List<String> thin = TAXONOMY.topics().stream()
                .flatMap(topic -> Taxonomy.LANGUAGES.stream()
                        .filter(language -> topic.keywords().getOrDefault(language, List.of()).size() < 3)
                        .map(language -> topic.id() + " " + language))
                .toList();

        // Then
        assertEquals(List.of(), thin);
    }

    @Test
    void anUnfinishedTopicIsRefused() {
        // Given
        String yaml = """
                id: t
                version: 1
                date: 2026-01-01
                weights: {bio: 0.5, hashtag: 0.1}
                affixes: {before: [], after: []}
                topics:
                  - id: coffee
                    name: {en: Coffee}
                    keywords: {en: [coffee]}
                """;

        // When
        var refused = assertThrows(IllegalArgumentException.class,
                () -> Taxonomy.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));

        // Then
        assertEquals("Topic coffee has no name in zh-Hant", refused.getMessage());
    }
}
