package io.groundswell.text.language;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.ibm.icu.util.ULocale;

/** Languages whose script several share, by OpenNLP's model of character sequences. */
final class SharedScripts {
    private static final String MODEL = "/langdetect-183.bin";
    /**
     * What the model may answer, as ISO 639-3 codes: it knows 103 languages, and those with few writers on the networks are
     * mostly mistaken for by short texts of their larger neighbours.
     */
    private static final List<String> CODES = Stream.of(
            "eng spa deu fra por ita nld swe dan nob fin est lav lit pol ces slk slv",
            "hrv hun ron bul rus ukr bel ell tur ara fas urd hin ben tam tel mar guj kan mal pan ind vie tgl swa cat afr isl kat",
            "hye heb sqi mkd srp").flatMap(line -> Stream.of(line.split(" "))).toList();
    private static final Map<String, String> TAGS = CODES.stream()
            .collect(Collectors.toUnmodifiableMap(code -> code, code -> new ULocale(code).getLanguage()));
    /** Raises the model's shares, spread over a hundred languages, to how far the first stands out against the second. */
    private static final int CONTRAST = 8;
    private static final double LEAST_CONFIDENCE = 0.7;
    private static final NGramModel LOADED = NGramModel.read(MODEL, CODES);

    private SharedScripts() {}

    static LanguageGuess language(String text) {
        NGramModel.Likeliest likeliest = LOADED.likeliest(text);
        double confidence = 1 / (1 + Math.pow(likeliest.runnerUp(), CONTRAST));
        return confidence < LEAST_CONFIDENCE
                ? new LanguageGuess.Unknown(LanguageGuess.Reason.UNDECIDED)
                : new LanguageGuess.Detected(Objects.requireNonNull(TAGS.get(likeliest.language())), confidence);
    }
}
