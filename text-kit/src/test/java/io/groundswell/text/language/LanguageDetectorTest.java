package io.groundswell.text.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LanguageDetectorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en|Home barista in Rotterdam. Mostly flat whites, dog mom", "en|I write about money so you don't have to",
            "en|Ｊｕｓｔ　ａ　ｇｉｒｌ　ｗｈｏ　ｌｏｖｅｓ　ｂｏｏｋｓ　ａｎｄ　ｔｒａｖｅｌ", "es|Fotógrafa y viajera. Amante de la jardinería",
            "es|Maestra de primaria y lectora empedernida", "de|Kaffeeliebhaberin aus Köln, wandern und töpfern",
            "de|Mama von zwei Jungs, DIY und Garten ☕️🌱", "fr|Passionnée de randonnée et de pâtisserie, maman de deux",
            "it|Fotografo e viaggiatore, amo il caffè e i libri", "pt|Apaixonada por café e livros, mãe de dois",
            "ru|Фотограф и путешественник, люблю кофе", "ar|مصورة ومسافرة أحب القهوة والكتب",
            "tr|Kahve ve kitap sever, gezgin ve fotoğrafçı",
            "ja|カフェ巡りと登山が好きなフォトグラファー", "ja|東京都渋谷区在住", "ja|株式会社代表取締役 写真家 東京大学卒", "ko|커피와 여행을 좋아하는 사진작가",
            "th|ช่างภาพและนักเดินทาง", "zh-Hant|喜歡攝影和旅行的陶藝家", "zh-Hant|台北｜咖啡成癮，兩隻貓的奴才，愛の日常", "zh-Hans|热爱摄影和旅行的设计师",
            "zh-Hans|两只猫的铲屎官，爱做饭", "el|Φωτογράφος και ταξιδιώτης", "he|צלמת ומטיילת"})
    void theLanguageOfABioIsFound(String tag, String bio) {
        // When
        LanguageGuess guess = LanguageDetector.detect(bio);

        // Then
        var detected = assertInstanceOf(LanguageGuess.Detected.class, guess, guess::toString);
        assertEquals(tag, detected.tag());
        assertTrue(detected.confidence() >= 0.7 && detected.confidence() <= 1, detected::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TOO_SHORT|''", "TOO_SHORT|lol", "TOO_SHORT|☕📚✈️ 24", "TOO_SHORT|咖啡",
            "TOO_SHORT|Vegan",
            "TOO_SHORT|https://example.com/my-long-address-in-english @the.coffee.house me@example.com", "UNDECIDED|台北生活",
            "UNDECIDED|NYC LA SF CDMX BCN BER PAR", "UNDECIDED|커피 coffee Москва"})
    void whatDoesNotShowItsLanguageIsUnknown(LanguageGuess.Reason reason, String bio) {
        // When
        LanguageGuess guess = LanguageDetector.detect(bio);

        // Then
        assertEquals(new LanguageGuess.Unknown(reason), guess);
    }

    @Property(tries = 200)
    void anyTextHasAnAnswer(@ForAll String text) {
        // When
        LanguageGuess guess = LanguageDetector.detect(text);

        // Then
        assertNotNull(guess);
    }
}
