package io.groundswell.campaign.classification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FingerprintTest {
    private static final String TEXT = "Just tried the new oat milk latte from the harbour and it is the best thing I have had all month";

    @DisplayName("Case, punctuation, hashtags, mentions and links make no difference")
    @ParameterizedTest
    @ValueSource(strings = {TEXT, "#ad " + TEXT + " @cafe https://cafe.example/x",
            "Just tried: THE NEW oat milk latte from the harbour! And it is "
                    + "the best thing I have had all month…"})
    void theSameWordsAreTheSameText(String text) {
        // When
        double similarity = fingerprint(text).similarity(fingerprint(TEXT));

        // Then
        assertEquals(1, similarity);
    }

    @DisplayName("A text too short to be told from others has no fingerprint")
    @ParameterizedTest
    @ValueSource(strings = {"", "Love it!", "haha haha haha haha haha haha haha", "今天好喝",
            "😍😍😍😍😍😍😍😍😍😍😍😍😍😍😍😍😍😍😍", "#one #two #three #four #five #six"})
    void aShortTextHasNone(String text) {
        // When
        var fingerprint = Fingerprint.of(text);

        // Then
        assertTrue(fingerprint.isEmpty());
    }

    @Test
    @DisplayName("A pictograph more or less is a change, though a small one")
    void pictographsCount() {
        // When
        double similarity = fingerprint(TEXT + " 😍").similarity(fingerprint(TEXT));

        // Then
        assertTrue(similarity >= 0.9 && similarity < 1, () -> "similarity " + similarity);
    }

    @Test
    @DisplayName("A Chinese text with one word changed is similar, another one is not")
    void chineseIsComparedByCharacters() {
        // Given
        Fingerprint text = fingerprint("今天去了港口新开的咖啡店，燕麦拿铁很好喝，下周还要再来一次，推荐给住在附近的朋友们");

        // When
        double similarity = text.similarity(fingerprint("今天去了港口新开的面包店，燕麦拿铁很好喝，下周还要再来一次，推荐给住在附近的朋友们"));

        // Then
        assertTrue(similarity >= Fingerprint.SIMILAR && similarity < 1, () -> "similarity " + similarity);
        assertTrue(text.similarity(fingerprint("昨晚和家人一起看了一场电影，剧情平淡但是音乐让人感动，回家路上下起了大雨")) < 0.3);
    }

    @Test
    @DisplayName("A fingerprint is the same in every release of its model")
    void aFingerprintDoesNotChange() {
        // When
        Fingerprint fingerprint = fingerprint(TEXT);

        // Then
        assertEquals("superminhash.1", Fingerprint.MODEL);
        assertArrayEquals(new long[]{-7707910262079603298L, 3039854449125292115L, -231723615455787736L}, fingerprint.bits());
        assertEquals(1773606632333064329L, fingerprint.bands()[0]);
    }

    @Test
    @DisplayName("Of texts with one word in twenty replaced at least 98 in 100 are found, of two at least 85, of unrelated ones none")
    void editedTextsAreFound() {
        // Given
        var random = new Random(20_261_201);
        int[] found = new int[3];
        int texts = 1_000;

        // When
        int mistaken = 0;
        String earlier = words(random);
        for (int i = 0; i < texts; i++) {
            String text = words(random);
            for (int edits = 0; edits < found.length; edits++) {
                found[edits] += isFound(text, edited(text, edits, random)) ? 1 : 0;
            }
            mistaken += isFound(text, earlier) ? 1 : 0;
            earlier = text;
        }

        // Then
        assertEquals(texts, found[0]);
        assertTrue(found[1] >= 0.98 * texts && found[2] >= 0.85 * texts, () -> Arrays.toString(found));
        assertEquals(0, mistaken);
    }

    @Property(tries = 300)
    void similarityIsSymmetric(@ForAll String one, @ForAll String other) {
        // Given
        Fingerprint a = fingerprint(one + " " + TEXT);
        Fingerprint b = fingerprint(TEXT + " " + other);

        // When
        double similarity = a.similarity(b);

        // Then
        assertTrue(similarity >= 0 && similarity <= 1);
        assertEquals(similarity, b.similarity(a));
        assertEquals(similarity, Fingerprint.similarity(a.bits(), b.bits()));
        assertEquals(1, a.similarity(fingerprint(one + " " + TEXT)));
    }

    @Test
    @DisplayName("Bands of different numbers never stand for each other")
    void bandsAreTold() {
        // When
        long[] bands = fingerprint(TEXT).bands();

        // Then
        assertEquals(Fingerprint.BANDS, Arrays.stream(bands).distinct().count());
    }

    @Test
    @DisplayName("The label of a near-duplicate names the earlier post")
    void theLabelNamesTheEarlierPost() {
        // Given
        var earlier = new UUID(1, 2);

        // When
        Label label = Label.nearDuplicate(earlier, 0.8);

        // Then
        assertEquals("SIMILAR", label.value());
        assertEquals(0.8, label.score());
        assertEquals(earlier.toString(), label.evidence().getFirst().text());
        assertEquals("SAME_TEXT", Label.nearDuplicate(earlier, 1).value());
        assertThrows(IllegalArgumentException.class, () -> Label.nearDuplicate(earlier, 0.3));
        assertThrows(IllegalArgumentException.class, () -> Label.nearDuplicate(earlier, Double.NaN));
    }

    private static boolean isFound(String text, String other) {
        Fingerprint one = fingerprint(text);
        Fingerprint two = fingerprint(other);
        boolean shared = Arrays.stream(one.bands()).anyMatch(band -> Arrays.stream(two.bands()).anyMatch(same -> same == band));
        return shared && one.similarity(two) >= Fingerprint.SIMILAR;
    }

    /** Twenty made-up words of two to nine letters, each of them of syllables. */
    private static String words(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            words.add(word(random));
        }
        return String.join(" ", words);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int syllables = 1 + random.nextInt(3); syllables > 0; syllables--) {
            word.append("bdfgklmnprstvw".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)))
                    .append(random.nextBoolean() ? "" : "n");
        }
        return word.toString();
    }

    private static String edited(String text, int edits, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split(" ", -1)));
        random.ints(0, words.size()).distinct().limit(edits).forEach(place -> words.set(place, word(random)));
        return String.join(" ", words);
    }

    private static Fingerprint fingerprint(String text) {
        return Fingerprint.of(text).orElseThrow();
    }
}
