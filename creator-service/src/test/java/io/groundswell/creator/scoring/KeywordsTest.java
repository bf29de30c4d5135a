package io.groundswell.creator.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Barista in Rotterdam        | barista
            BARISTA.                    | barista
            ｂａｒｉｓｔａ                | barista
            Latte Art since 2019        | latte art
            all about #LatteArt today   | latte art
            ＃latteart                   | latte art
            手沖咖啡愛好者               | 手沖
            ハンドドリップが好き         | ドリップ
            Straße und Kaffee           | STRASSE
            café                        | café
            v60!                        | V60
            """)
    void aWordIsFoundHoweverItIsWritten(String text, String keyword) {
        // When
        List<String> found = new Keywords(List.of(Keywords.folded(keyword))).in(List.of("nothing", text));

        // Then
        assertEquals(List.of(Keywords.folded(keyword)), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Baristas of the world       | barista
            nobarista                   | barista
            latte and art               | latte art
            lattearty                   | latte art
            tea                         | tear
            кофейня                     | кофе
            v600                        | v60
            """)
    void partOfAnotherWordIsNotTheWord(String text, String keyword) {
        // When
        List<String> found = new Keywords(List.of(keyword)).in(List.of(text));

        // Then
        assertEquals(List.of(), found);
    }
}
