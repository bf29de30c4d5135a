package io.groundswell.text.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseIndexTest {
    private static final PhraseIndex<String> INDEX = index("car", "pet", "vegan", "recipes", "vegan food", "café", "咖啡", "パン",
            "カメラ", "コーヒー", "r&b", "☕", "d'art");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "my car|car", "CAR!|car", "(car)|car", "car's|car", "scar|''", "carpet|''", "carpets|''", "cars|''", "car2|''",
            "ｃａｒ|car", "c\u00ADar|car", "Vegan Food|vegan,vegan food", "vegan-food|vegan,vegan food",
            "vegan\u00A0\u3000food|vegan,vegan food", "veganfood|vegan food", "VEGAN_FOOD|vegan,vegan food",
            "vegan, food|vegan",
            "Café|café", "CAFE\u0301|café", "我愛咖啡豆|咖啡", "Tokyo咖啡|咖啡", "パン屋|パン", "ジャパン|''", "パンダ|''", "ﾊﾟﾝ|パン", "カメラマン|''",
            "コーヒータイム|コーヒー", "ホットコーヒー|コーヒー",
            "R&B soul|r&b", "☕️☕|☕,☕", "L’école d’art|d'art"})
    void aPhraseIsFoundWhereWordsBeginAndEnd(String text, String expected) {
        // When
        List<String> found = INDEX.find(text).stream().map(PhraseIndex.Found::value).sorted().toList();

        // Then
        assertEquals(expected, String.join(",", found));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "carlover|car", "ilovecars|''", "mycar|car", "mycarlover|car", "veganrecipes|recipes,vegan",
            "myveganrecipeslover|recipes,vegan", "veganrecipesx|''", "xveganrecipes|''", "petcar|''",
            "#VeganRecipes|recipes,vegan",
            "#CarPet|car,pet", "#carPET|car,pet", "#CARPet|car,pet", "CarPet|''", "#my_car|car", "＃CarPet|car,pet"})
    void withinAWordTheRestMustMakeSense(String text, String expected) {
        // When
        List<String> found = INDEX.find(text).stream().map(PhraseIndex.Found::value).sorted().toList();

        // Then
        assertEquals(expected, String.join(",", found));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "https://car.example/pet|''", "see www.car.example pet|pet", "HTTPS://EXAMPLE.COM/car car|car", "@car|''",
            "@the.car pet|pet", "me@car.example|''", "car@example.com|''", "car @ home|car"})
    void addressesAndNamesOfOthersAreNotRead(String text, String expected) {
        // When
        List<String> found = INDEX.find(text).stream().map(PhraseIndex.Found::value).toList();

        // Then
        assertEquals(expected, String.join(",", found));
    }

    @Test
    void thePlaceIsThatOfTheTextAsItWasWritten() {
        // Given
        String text = "👩‍🍳 ﬁne ＶＥＧＡＮ   Ｆｏｏｄ, 𝓬𝓪𝓻 and cafe\u0301!";

        // When
        List<String> found = INDEX.find(text).stream().map(one -> one.value() + "=" + one.in(text)).toList();

        // Then
        assertEquals(List.of("vegan food=ＶＥＧＡＮ   Ｆｏｏｄ", "vegan=ＶＥＧＡＮ", "car=𝓬𝓪𝓻", "café=cafe\u0301"), found);
    }

    @Test
    void asWholeWordsOnlyPhrasesDoNotHelpEachOther() {
        // Given
        PhraseIndex<String> wholeWords = new PhraseIndex.Builder<String>().wholeWordsOnly().affixes(List.of("my"), List.of())
                .add("vegan", "vegan").add("recipes", "recipes").build();

        // When
        List<String> found = wholeWords.find("veganrecipes, myvegan, #VeganRecipes").stream().map(PhraseIndex.Found::value)
                .toList();

        // Then
        assertEquals(List.of("vegan", "recipes"), found);
    }

    @ParameterizedTest
    @CsvSource({"café con leche,es,café con leche;caféconleche", "jardinería,es,jardinería;jardineria", "thé,fr,thé",
            "Käsekuchen,de,käsekuchen;kasekuchen;kaesekuchen", "œnologie,fr,œnologie;oenologie", "Straße,de,strasse",
            "パン,ja,パン", "3D printing,en,3d printing;3dprinting"})
    void phrasesAreSpeltInTheWaysOfTheirLanguage(String phrase, String language, String spellings) {
        // When
        var found = Spellings.of(phrase, language);

        // Then
        assertEquals(spellings, String.join(";", found));
    }

    private static PhraseIndex<String> index(String... phrases) {
        PhraseIndex.Builder<String> builder = new PhraseIndex.Builder<String>().affixes(List.of("my"), List.of("lover"));
        for (String phrase : phrases) {
            Spellings.of(phrase, "en").forEach(spelling -> builder.add(spelling, phrase));
        }
        return builder.build();
    }
}
