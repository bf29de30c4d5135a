package io.groundswell.campaign.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandSafetyRulesTest {

    @DisplayName("Each category of words that is found has a label")
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | NONE_FOUND | A glass of juice in Scunthorpe with my class", "en | PROFANITY | what the FUUUUCK is this",
            "en | PROFANITY | this is sh*t", "en | PROFANITY | f\u200Bu\u00ADck this", "en | PROFANITY | ｆｕｃｋ this",
            "en | PROFANITY INSULT | you a**hole, this is bullshit",
            "en | VIOLENCE | kill yourself",
            "en | GAMBLING | free spins at our casino 🎰", "en | SCAM | Double your Bitcoin today, DM me to earn",
            "en | DRUGS | smoking weed all day",
            "en | SEXUAL | my OnlyFans is open", "es | NONE_FOUND | El cul de sac negro y un gift",
            "es | INSULT | eres un idiota",
            "de | NONE_FOUND | Ein dickes Gift aus dem Wald", "de | PROFANITY | so eine Scheisse",
            "fr | NONE_FOUND | Un cadeau avec amour",
            "fr | PROFANITY INSULT | quel con", "zh-Hans | INSULT SCAM | 白痴，加我微信轻松赚钱", "zh-Hant | GAMBLING | 線上賭場百家樂",
            "ja | SEXUAL GAMBLING | パチンコとエロ漫画",
            "ja | NONE_FOUND | カステラを食べた", "tr | PROFANITY | fucking kahve", "tr | '' | Kahve ve kitap sever",
            "tr | NONE_FOUND | ☕📚"})
    void eachCategoryThatIsFoundHasALabel(String language, String categories, String text) {
        // When
        List<Label> labels = BrandSafetyRules.standard().labels(Tokens.of(text), language);

        // Then
        assertEquals(categories, String.join(" ", labels.stream().map(Label::value).toList()), labels::toString);
    }

    @Test
    @DisplayName("The evidence says which words were found and where")
    void theEvidenceSaysWhere() {
        // When
        List<Label> labels = BrandSafetyRules.standard().labels(Tokens.of("Oh id1ot, idiot!"), "en");

        // Then
        var evidence = List.of(new Label.Evidence("id1ot", 3, "idiot"), new Label.Evidence("idiot", 10, "idiot"));
        assertEquals(List.of(new Label(Label.Kind.BRAND_SAFETY, "INSULT", evidence, "groundswell-brand-safety.1")), labels);
    }

    @Test
    @DisplayName("A text of nothing but bad words has a short label")
    void evidenceIsLimited() {
        // When
        List<Label> labels = BrandSafetyRules.standard().labels(Tokens.of("idiot ".repeat(100_000)), "en");

        // Then
        assertTrue(labels.getFirst().evidence().size() <= 20);
    }
}
