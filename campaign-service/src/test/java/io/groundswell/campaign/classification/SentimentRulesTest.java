package io.groundswell.campaign.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SentimentRulesTest {

    @DisplayName("A text in a language with a list sounds as its words do")
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | POSITIVE | The service was great and the cake was delicious", "en | NEGATIVE | Worst coffee ever, I hate it",
            "en | NEUTRAL | The shop opens at nine on Mondays", "en | NEGATIVE | I don't love this",
            "en | POSITIVE | Not bad at all",
            "en | NEGATIVE | Nice place, but the food was horrible", "en | POSITIVE | sooo goood",
            "en | POSITIVE | see you there :)",
            "es | NEGATIVE | No me gusta nada, fue un desastre", "es | POSITIVE | Qué bonitas, me encanta el color",
            "es | NEUTRAL | Abrimos a las nueve", "de | POSITIVE | Ein wunderschönes Café und die Torte schmeckt fantastisch",
            "de | NEGATIVE | Das gefällt mir leider gar nicht", "de | NEGATIVE | Die Creme ist nicht gut",
            "de | NEUTRAL | Wir haben am Montag ab neun geöffnet", "fr | POSITIVE | J'adore, c'est délicieux",
            "fr | NEGATIVE | Je n'aime pas du tout, quelle horreur décevante", "fr | NEGATIVE | Le service n'est pas bon",
            "fr | NEUTRAL | On ouvre à neuf heures", "zh-Hans | POSITIVE | 这家咖啡店真的很好喝，强烈推荐",
            "zh-Hans | NEGATIVE | 这家店不太好吃，服务很差", "zh-Hant | POSITIVE | 好喜歡這個顏色，超可愛",
            "zh-Hant | NEGATIVE | 不推薦，非常失望", "ja | POSITIVE | このカフェは最高！とても美味しい", "ja | NEGATIVE | 美味しくないし、店員も最悪",
            "ja | NEUTRAL | 九時に開きます"})
    void aTextSoundsAsItsWordsDo(String language, String value, String text) {
        // When
        Optional<Label> label = SentimentRules.label(Tokens.of(text), language);

        // Then
        assertEquals(value, label.orElseThrow().value(), label::toString);
    }

    @DisplayName("A text in a language without a list has no sentiment, unless it shows a pictograph or an emoticon")
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Kahve ve kitap sever | ''", "Kahve 😍 | POSITIVE", "กาแฟ 😭 | NEGATIVE",
            "кофе :( | NEGATIVE"})
    void aLanguageWithoutAListIsNotJudged(String text, String value) {
        // When
        Optional<Label> label = SentimentRules.label(Tokens.of(text), "tr");

        // Then
        assertEquals(value, label.map(Label::value).orElse(""));
    }

    @Test
    @DisplayName("The evidence says where the words stand and what they weigh")
    void theEvidenceSaysWhereTheWordsStand() {
        // When
        Label label = SentimentRules.label(Tokens.of("@good not good 👍🏽 https://good.example"), "en").orElseThrow();

        // Then
        assertEquals(List.of(new Label.Evidence("good", 10, "good (negated) -1.4"), new Label.Evidence("👍🏽", 15, "👍 2.0")),
                label.evidence());
        assertEquals("groundswell-sentiment.1", label.model());
    }

    @Test
    @DisplayName("Capitals and exclamation marks raise the score")
    void emphasisRaisesTheScore() {
        // When
        double loud = score("this is GREAT!!!");

        // Then
        assertTrue(loud > score("this is great"));
    }

    @Property(tries = 500)
    void anyTextHasAScore(@ForAll("texts") String text) {
        // When
        Label label = SentimentRules.label(Tokens.of(text), "en").orElseThrow();

        // Then
        double score = assertNotNullScore(label);
        assertTrue(score >= -1 && score <= 1, label::toString);
        label.evidence().forEach(one -> assertTrue(text.startsWith(one.text(), one.start() == null ? -1 : one.start())));
    }

    @Provide
    static Arbitrary<String> texts() {
        var words = Arbitraries.of("love", "NOT", "hate", ":(", "😍", "❤️", "👨‍👩‍👧", "good", "but", "very", "!", "@", "#",
                "http://",
                "日本", "\uD83D", "\u200D", "a*", "'", "don’t", " ", "\n");
        return Arbitraries.oneOf(words.list().ofMaxSize(30).map(list -> String.join(" ", list)),
                words.list().ofMaxSize(30).map(list -> String.join("", list)), Arbitraries.strings().ofMaxLength(200));
    }

    private static double score(String text) {
        return assertNotNullScore(SentimentRules.label(Tokens.of(text), "en").orElseThrow());
    }

    private static double assertNotNullScore(Label label) {
        Double score = label.score();
        assertNotNull(score);
        return score;
    }
}
