package io.groundswell.campaign.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostClassifierTest {

    @Test
    void aTopicComesWithTheWordsThatSpeakForItAndForTheOneAbove() {
        // When
        List<Label> labels = classify("First latte art of the year").labels();

        // Then
        List<Label> topics = labels.stream().filter(label -> label.kind() == Label.Kind.TOPIC).toList();
        var evidence = List.of(new Label.Evidence("latte art", 6, "latte art"));
        assertEquals(List.of("coffee", "food-drink"), topics.stream().map(Label::value).toList());
        assertEquals(List.of(evidence, evidence), topics.stream().map(Label::evidence).toList());
        assertTrue(topics.getFirst().model().matches("groundswell-topics\\.\\d+"));
    }

    @Test
    void aHashtagBesideTheTextSpeaksForATopicWithoutAPlace() {
        // When
        List<Label> labels = PostClassifier.classify(new PostContent("look", Set.of("latteart"), Set.of(), Set.of(), null))
                .labels();

        // Then
        assertEquals(List.of(new Label.Evidence("latteart", null, "latte art")),
                labels.stream().filter(label -> label.value().equals("coffee")).findFirst().orElseThrow().evidence());
    }

    @Test
    void theLanguageIsReadFromTheTextBesideWhatIsDeclared() {
        // When
        PostLanguage language = PostClassifier
                .classify(new PostContent("Heute gab es endlich wieder richtig guten Kaffee am Hafen", Set.of(), Set.of(),
                        Set.of(), "en"))
                .language();

        // Then
        assertEquals("en de", language.declared() + " " + language.detected());
    }

    @ParameterizedTest
    @CsvSource({"VIDEO;IMAGE, x, VIDEO", "IMAGE, x, IMAGE", "AUDIO;IMAGE, '', AUDIO", "'', x, LINK", "'', '', STATUS"})
    void theRichestMediumMakesTheContentType(String media, String link, String type) {
        // Given
        Set<ContentType> types = media.isEmpty()
                ? Set.of()
                : Arrays.stream(media.split(";")).map(ContentType::valueOf).collect(Collectors.toSet());

        // When
        List<Label> labels = PostClassifier
                .classify(new PostContent("", Set.of(), link.isEmpty() ? Set.of() : Set.of(link), types, null)).labels();

        // Then
        assertEquals(type, labels.getFirst().value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "#ad Lovely beans | CLEAR | #ad", "Lovely beans ＃Anzeige | CLEAR | #anzeige", "カフェ #広告 | CLEAR | #広告",
            "Sponsored by Harbour | CLEAR | sponsored by", "#adventure awaits | ABSENT | ''",
            "an ad in the paper | ABSENT | ''",
            "#AdFree life | ABSENT | ''", "lovely #spon #collab | UNCLEAR | #spon", "#spon and #ad | CLEAR | #spon",
            "one\\ntwo\\nthree\\nfour #ad | LATE | #ad"})
    void aDisclosureIsJudgedByItsWordsAndItsPlace(String text, String value, String term) {
        // When
        List<Label> labels = classify(text.replace("\\n", "\n")).labels();

        // Then
        Label disclosure = labels.stream().filter(label -> label.kind() == Label.Kind.DISCLOSURE).findFirst().orElseThrow();
        assertEquals(value, disclosure.value());
        assertEquals(term, disclosure.evidence().isEmpty() ? "" : disclosure.evidence().getFirst().term());
    }

    @Test
    void aDisclosureBelowWhatIsSeenIsLate() {
        // When
        List<Label> labels = classify("so good ".repeat(20) + "#ad").labels();

        // Then
        assertEquals("LATE",
                labels.stream().filter(label -> label.kind() == Label.Kind.DISCLOSURE).findFirst().orElseThrow().value());
    }

    @Test
    void wordsAreReadInTheLanguageThatTheTextShowsAndElseInTheDeclaredOne() {
        // When
        List<Label> shown = of(Label.Kind.SENTIMENT, classify("Heute war der Kaffee am Hafen wirklich ausgezeichnet", "en"));

        // Then
        assertEquals("ausgezeichnet 3.3", shown.getFirst().evidence().getFirst().term());
        assertEquals("POSITIVE", of(Label.Kind.SENTIMENT, classify("Toll!", "de-AT")).getFirst().value());
        assertEquals(List.of(), of(Label.Kind.SENTIMENT, classify("Toll!", null)));
    }

    @Test
    void aPostHasOneLabelForEachCategoryOfWordsThatBrandsAskAbout() {
        // When
        List<Label> labels = of(Label.Kind.BRAND_SAFETY, classify("What the fuck, you idiot", "en"));

        // Then
        assertEquals(List.of("PROFANITY", "INSULT"), labels.stream().map(Label::value).toList());
    }

    private static List<Label> of(Label.Kind kind, Classification classification) {
        return classification.labels().stream().filter(label -> label.kind() == kind).toList();
    }

    private static Classification classify(String text, @Nullable String declared) {
        return PostClassifier.classify(new PostContent(text, Set.of(), Set.of(), Set.of(), declared));
    }

    private static Classification classify(String text) {
        return PostClassifier.classify(new PostContent(text, Set.of(), Set.of(), Set.of(), null));
    }
}
