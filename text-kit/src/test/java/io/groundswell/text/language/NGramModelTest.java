package io.groundswell.text.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** OpenNLP's own detector is the reference. */
class NGramModelTest {
    private static final String RESOURCE = "/langdetect-183.bin";
    private static final LanguageDetectorME REFERENCE = new LanguageDetectorME(read());
    private static final List<String> LANGUAGES = List.of(REFERENCE.getSupportedLanguages());
    private static final NGramModel MODEL = NGramModel.read(RESOURCE, LANGUAGES);

    @ParameterizedTest
    @ValueSource(strings = {"Home barista in Rotterdam. Mostly flat whites, dog mom",
            "Kaffeeliebhaberin aus Köln, wandern und töpfern",
            "Passionnée de randonnée et de pâtisserie, maman de deux", "RT @user: sooo good!!! :-) #food-lover 24/7  hahaha",
            "Фотограф и путешественник, люблю кофе", "مصورة ومسافرة أحب القهوة والكتب",
            "Ant-Man 😍😍 xD see http://a.example/b", "😍", ""})
    void aTextIsAnsweredAsByOpenNlp(String text) {
        // When
        NGramModel.Likeliest likeliest = MODEL.likeliest(text);

        // Then
        assertSame(text, likeliest);
    }

    @Property(tries = 500)
    void anyTextIsAnsweredAsByOpenNlp(@ForAll("texts") String text) {
        // When
        NGramModel.Likeliest likeliest = MODEL.likeliest(text);

        // Then
        assertSame(text, likeliest);
    }

    @Provide
    static Arbitrary<String> texts() {
        var parts = Arbitraries.of("love", "und", "las", " ", "  ", "-", "#", "@", "rt ", "RT:", ":)", ":-D", ";p", "xo",
                "haha", "jejeje", "ah", "aaa",
                "1", "２", "😍", "\uD83D", "http://a.b/c", "a@b.de", "//", "\n", "ß", "İ", "É", "кофе", "\u3000");
        return Arbitraries.oneOf(parts.list().ofMaxSize(25).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(80), Arbitraries.strings().ascii().ofMaxLength(80));
    }

    /** The two may differ by rounding, so that a tie may be told either way. */
    private static void assertSame(String text, NGramModel.Likeliest likeliest) {
        List<Language> reference = new ArrayList<>(Arrays.asList(REFERENCE.predictLanguages(text)));
        reference.sort(Comparator.comparingDouble(Language::getConfidence).reversed());
        double ratio = reference.get(1).getConfidence() / reference.getFirst().getConfidence();
        assertEquals(ratio, likeliest.runnerUp(), 1e-4, text);
        if (ratio < 1 - 1e-4) {
            assertEquals(reference.getFirst().getLang(), likeliest.language(), text);
        }
    }

    private static LanguageDetectorModel read() {
        try (InputStream model = Objects.requireNonNull(LanguageDetectorModel.class.getResourceAsStream(RESOURCE))) {
            return new LanguageDetectorModel(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
