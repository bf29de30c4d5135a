package io.groundswell.campaign.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;

class TextTermsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hello #SpringRoast            | springroast
            ＃ＳｐｒｉｎｇＲｏａｓｔ now   | springroast
            (#SpringRoast)                | springroast
            今天喝 #港灣咖啡，好喝         | 港灣咖啡
            #STRASSE                      | strasse
            #Straße                       | strasse
            #ΚΑΦΕΣ                        | καφεσ
            #καφές                        | καφέσ
            #☕️                           | ☕
            #☕Harbour                     | ☕harbour
            #कॉफ़ी                          | कॉफ़ी
            #café2026!                    | café2026
            #über_alles                   | über_alles
            """)
    void aHashtagIsFoundHoweverItIsWritten(String text, String expected) {
        // Given the text

        // When
        TextTerms terms = TextTerms.in(text);

        // Then
        assertEquals(Set.of(FoldedTerm.of(expected)), terms.hashtags());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no sign", "C#Sharp", "word#tag", "今天喝#港灣咖啡", "_#tag", "##tag", "don&#39;t",
            "https://a.example/#tag",
            "www.a.example/x#tag",
            "#", "# tag", "#1", "#2026", "#_", "&#x27;"})
    void whatOnlyLooksLikeAHashtagIsNone(String text) {
        // Given the text

        // When
        TextTerms terms = TextTerms.in(text);

        // Then
        assertEquals(Set.of(), terms.hashtags());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            thanks @HarbourCoffee.           | harbourcoffee
            ＠harbourcoffee!                  | harbourcoffee
            via @harbourcoffee@social.example | harbourcoffee@social.example
            (@harbour-coffee.example)         | harbour-coffee.example
            @harbourcoffee_fans hi            | harbourcoffee_fans
            """)
    void aMentionIsTheWholeHandle(String text, String expected) {
        // Given the text

        // When
        TextTerms terms = TextTerms.in(text);

        // Then
        assertEquals(Set.of(expected), terms.mentions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"me@harbourcoffee.example", "first.last@harbourcoffee.example", "a+b@harbourcoffee.example", "@",
            "@ x", "@@x",
            "https://social.example/@harbourcoffee"})
    void whatOnlyLooksLikeAMentionIsNone(String text) {
        // Given the text

        // When
        TextTerms terms = TextTerms.in(text);

        // Then
        assertEquals(Set.of(), terms.mentions());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            see https://a.example/b?c=1#d, ok | https://a.example/b?c=1#d
            (WWW.a.example)                   | WWW.a.example
            """)
    void aLinkEndsBeforePunctuation(String text, String expected) {
        // Given the text

        // When
        TextTerms terms = TextTerms.in(text);

        // Then
        assertEquals(List.of(expected), List.copyOf(terms.links()));
    }

    @Property
    void everyTextCanBeRead(@ForAll String text) {
        // Given any text, broken surrogates and all

        // When
        TextTerms terms = TextTerms.in(text);

        // Then
        assertTrue(terms.hashtags().stream().noneMatch(String::isEmpty));
    }

    @Property
    void aTermIsFoundInAnyCaseAndWidth(@ForAll @AlphaChars @NotEmpty String term) {
        // Given
        String fullWidth = term.chars().map(c -> c - '!' + '！').collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();

        // When
        TextTerms terms = TextTerms.in("x ＃" + fullWidth + " #" + term.toUpperCase(java.util.Locale.ROOT) + " #" + term);

        // Then
        assertEquals(Set.of(FoldedTerm.of(term)), terms.hashtags());
    }

    @Property
    void foldingTwiceChangesNothing(@ForAll String term) {
        // Given
        String once = FoldedTerm.of("#" + term);

        // When
        String twice = FoldedTerm.of("#" + once);

        // Then
        assertEquals(once, twice);
    }

    @Test
    void aHashtagIsFoundWhereItStands() {
        // When
        List<TextTerms.Hashtag> found = TextTerms.hashtagsIn("a ＃Roast, &#39; https://x.example/#no and #roast");

        // Then
        assertEquals(List.of(new TextTerms.Hashtag("roast", 2, 8), new TextTerms.Hashtag("roast", 42, 48)), found);
    }
}
