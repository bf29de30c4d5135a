package io.groundswell.campaign.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class HashtagRulesTest {

    /** One text a line, and what it holds for each network: a dash for nothing, hashtags with a bar between them. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
            "plain             ; one #Roast two          ; roast       ; roast      ; roast       ; roast",
            "full width        ; ＃焙煎 です              ; 焙煎         ; 焙煎        ; 焙煎         ; 焙煎",
            "digits alone      ; #2026                   ; -           ; -          ; -           ; -",
            "digits and more   ; #2026roast              ; 2026roast   ; 2026roast  ; 2026roast   ; 2026roast",
            "underscores alone ; #___                    ; -           ; -          ; -           ; -",
            "in brackets       ; (#roast)                ; roast       ; roast      ; -           ; roast",
            "behind a word     ; cold#roast              ; -           ; -          ; -           ; -",
            "behind a bracket  ; a)#roast                ; roast       ; roast      ; -           ; -",
            "behind a slash    ; /#roast                 ; roast       ; roast      ; -           ; -",
            "hyphen            ; #cold-brew              ; cold        ; cold       ; cold-brew   ; cold",
            "full stop         ; we love #roast.         ; roast       ; roast      ; roast       ; roast",
            "full stop within  ; #v1.2 out               ; v1          ; v1         ; v1.2        ; v1",
            "possessive        ; #roast's day            ; roast       ; roast      ; roast's     ; roast",
            "two of them       ; #one#two                ; one         ; -          ; one#two     ; one",
            "emoji within      ; #roast☕now              ; roast☕now   ; roast      ; roast☕now   ; roast",
            "emoji alone       ; #☕                      ; ☕           ; -          ; ☕           ; -",
            "middle dot        ; #col·lab                ; col·lab     ; col·lab    ; col·lab     ; col·lab",
            "middle dot at end ; #col·                   ; col·        ; col·       ; col         ; col",
            "a link's part     ; https://a.example/#roast; -           ; -          ; -           ; -",
            "before a scheme   ; #roast://x              ; roast       ; -          ; roast://x   ; roast",
            "German            ; #Straße                 ; strasse     ; strasse    ; strasse     ; strasse",
            "Hindi             ; #कॉफ़ी                    ; कॉफ़ी         ; कॉफ़ी        ; कॉफ़ी         ; कॉफ़ी",
            "accent apart      ; #cafe\u0301             ; café        ; café       ; café        ; café"})
    void eachNetworkSeesItsOwnHashtags(String what, String text, String common, String x, String bluesky, String mastodon) {
        assertEquals(terms(common), terms(HashtagRules.COMMON, text), what + " by the common rule");
        assertEquals(terms(x), terms(HashtagRules.X, text), what + " on X");
        assertEquals(terms(bluesky), terms(HashtagRules.BLUESKY, text), what + " on Bluesky");
        assertEquals(terms(mastodon), terms(HashtagRules.MASTODON, text), what + " on Mastodon");
    }

    @ParameterizedTest
    @CsvSource({"64,true", "65,false"})
    void onBlueskyAHashtagHas64CharactersAsPeopleCountThem(int length, boolean isOne) {
        // Given
        String family = "\uD83D\uDC69\u200D\uD83D\uDC67";
        String accented = "e\u0301".repeat(length);

        // When
        List<String> found = terms(HashtagRules.BLUESKY, "#" + accented);

        // Then
        assertEquals(isOne ? 1 : 0, found.size());
        assertEquals(List.of("\uD83D\uDC69"), terms(HashtagRules.BLUESKY, "#" + family), "a joiner ends a hashtag there");
    }

    @Property
    void noTextIsTooOddForAnyRule(@ForAll @StringLength(max = 60) String text) {
        for (HashtagRules rules : HashtagRules.values()) {
            TextTerms.in("#" + text, rules).hashtags().forEach(tag -> assertEquals(tag, FoldedTerm.of(tag)));
        }
    }

    private static List<String> terms(String expected) {
        return expected.equals("-") ? List.of() : Arrays.stream(expected.split("\\|")).map(FoldedTerm::of).toList();
    }

    private static List<String> terms(HashtagRules rules, String text) {
        return TextTerms.in(text, rules).hashtags().stream().collect(Collectors.toList());
    }
}
