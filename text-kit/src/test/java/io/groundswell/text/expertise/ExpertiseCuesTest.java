package io.groundswell.text.expertise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.text.topic.Taxonomy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ExpertiseCuesTest {
    private static final ExpertiseCues CUES = ExpertiseCues.standard();
    private static final List<String> SENSITIVE = List.of("pastor", "priest", "imam", "rabbi", "monk", "nun ", "politician",
            "minister", "activist", "senator", "patient", "survivor", "牧師", "牧师", "僧", "政治", "議員", "pfarrer", "politik",
            "prêtre", "sacerdote", "polític");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Professor of botany|ACADEMIC", "PhD in soil science|ACADEMIC", "Food journalist|JOURNALIST",
            "Software engineer by day, coffee addict by night|ENTHUSIAST TECHNOLOGIST",
            "Head barista & certified Q grader|PRACTITIONER",
            "Honest reviews of mechanical keyboards|POWER_USER", "ＥＮＧＩＮＥＥＲ|TECHNOLOGIST",
            "大學教授，業餘登山|ACADEMIC ENTHUSIAST", "咖啡師｜手沖愛好者|ENTHUSIAST PRACTITIONER", "科技記者|JOURNALIST",
            "程序员，数码评测|POWER_USER TECHNOLOGIST", "Periodista gastronómica|JOURNALIST", "Amante del café|ENTHUSIAST",
            "Ingeniera y fotografa|PRACTITIONER TECHNOLOGIST", "Doktorandin und Hobbyfotografin|ACADEMIC ENTHUSIAST",
            "Redakteurin, Sammlerin alter Kameras|JOURNALIST POWER_USER", "Chercheuse en biologie|ACADEMIC",
            "Passionnée de randonnée, céramiste|ENTHUSIAST PRACTITIONER", "新聞記者。コーヒー好き|ENTHUSIAST JOURNALIST",
            "エンジニア／ガジェットのレビュアー|POWER_USER TECHNOLOGIST"})
    void whatPeopleSayTheyAreIsFound(String bio, String kinds) {
        // When
        String found = kinds(bio);

        // Then
        assertEquals(kinds, found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aspiring engineer", "ex-journalist", "Former professor", "not a chef", "Engineering student",
            "real estate developer", "coffee maker", "想當工程師", "想当记者", "angehende Lehrerin", "元記者", "glover", "@journalist",
            "reporter@example.com"})
    void whatPeopleAreNotIsNot(String bio) {
        // When
        String found = kinds(bio);

        // Then
        assertEquals("", found);
    }

    @Test
    void theTextThatSupportsItIsShown() {
        // Given
        String bio = "Rotterdam | Head barista at Quay Coffee ☕ | dad";

        // When
        List<ExpertiseMatch> found = CUES.match(bio);

        // Then
        assertEquals(List.of(new ExpertiseMatch(ExpertiseKind.PRACTITIONER, "barista", "Head barista at Quay Coffee ☕", 17,
                List.of("de", "en", "es", "fr"))), found);
    }

    @ParameterizedTest
    @EnumSource(ExpertiseKind.class)
    void everyKindHasCuesInEveryLanguage(ExpertiseKind kind) {
        // When
        var cues = CUES.cues().getOrDefault(kind, java.util.Map.of());

        // Then
        assertTrue(cues.keySet().containsAll(Taxonomy.LANGUAGES), cues::toString);
    }

    @Test
    void noCueIsAboutWhatNobodyMayBeSortedBy() {
        // When
        List<String> sensitive = CUES.cues().values().stream().flatMap(cues -> cues.values().stream()).flatMap(List::stream)
                .filter(cue -> SENSITIVE.stream().anyMatch(cue.toLowerCase(Locale.ROOT)::contains)).toList();

        // Then
        assertEquals(List.of(), sensitive);
    }

    @Property(tries = 300)
    void anyTextCanBeRead(@ForAll String text) {
        // When
        List<ExpertiseMatch> found = CUES.match(text);

        // Then
        found.forEach(match -> assertTrue(text.startsWith(match.cue(), match.start()) && text.contains(match.clause())));
    }

    private static String kinds(String bio) {
        return CUES.match(bio).stream().map(match -> match.kind().name()).distinct().sorted().collect(Collectors.joining(" "));
    }
}
