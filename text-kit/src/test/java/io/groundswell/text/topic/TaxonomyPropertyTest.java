package io.groundswell.text.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.ibm.icu.text.Normalizer2;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TaxonomyPropertyTest {
    private static final Taxonomy TAXONOMY = Taxonomy.standard();
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final List<String> KEYWORDS = TAXONOMY.topics().stream()
            .flatMap(topic -> topic.keywords().values().stream().flatMap(List::stream)).toList();

    @Property
    void foldingATextChangesNoTopic(@ForAll("texts") String text) {
        // When
        Set<String> ofFolded = topics(NFKC_CASEFOLD.normalize(text));

        // Then
        assertEquals(topics(text), ofFolded);
    }

    @Property
    void upperCaseAndFullWidthChangeNoTopic(@ForAll("texts") String text) {
        // When
        Set<String> ofWide = topics(fullWidth(text));

        // Then
        assertEquals(topics(text), ofWide);
    }

    @Property
    void theEvidenceIsThereWhereItIsSaidToBe(@ForAll("texts") String text) {
        // When
        List<TopicMatch> found = TAXONOMY.match(text);

        // Then
        for (TopicMatch match : found) {
            assertTrue(text.startsWith(match.text(), match.start()), () -> match + " in " + text);
            assertTrue(topics(match.text()).contains(match.topic()), match::toString);
        }
    }

    @Property
    void anyTextCanBeRead(@ForAll String text) {
        // When
        List<TopicMatch> found = TAXONOMY.match(text);

        // Then
        found.forEach(match -> assertTrue(text.startsWith(match.text(), match.start())));
    }

    /** Without what a hashtag's capitals, links and mentions mean: those are read before folding. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.oneOf(Arbitraries.of(KEYWORDS),
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(6),
                Arbitraries.of("é", "ß", "ﬁ", "Å", "İ", "ー", "パ", "ﾊﾟ", "\u0301", "\u200D", "👩‍🍳", "々", "한국어", "ไทย", "١٢",
                        "Ⅷ"));
        Arbitrary<String> between = Arbitraries.of("", " ", "-", "_", ", ", "　", "\n", "・", ".", "'", "’");
        return words.flatMap(word -> between.map(gap -> word + gap)).list().ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    private static String fullWidth(String text) {
        return text.toUpperCase(java.util.Locale.ROOT).codePoints().map(c -> c > ' ' && c < 0x7F && c != '@' ? c + 0xFEE0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static Set<String> topics(String text) {
        return TAXONOMY.match(text).stream().map(TopicMatch::topic).collect(Collectors.toCollection(HashSet::new));
    }
}
