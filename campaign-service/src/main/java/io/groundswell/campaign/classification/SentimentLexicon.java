package io.groundswell.campaign.classification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.vader.sentiment.analyzer.SentimentAnalyzer;

/**
 * The words, pictographs and emoticons by which texts sound glad or displeased: sentiment.yaml, and for English the words and
 * emoticons that people rated for VADER, which come with its library.
 */
final class SentimentLexicon {
    private static final String VADER = "/vader_sentiment_lexicon.txt";
    /** By how much a word of degree changes the next one; Hutto and Gilbert 2014, from their experiment. */
    private static final double DEGREE = 0.293;

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9' -]+");
    private static final SentimentFile FILE = ClassificationFile.read("sentiment.yaml", SentimentFile.class);
    private static final Map<String, Double> EMOTICONS = new HashMap<>();
    private static final Map<String, Double> EMOJI = new HashMap<>();
    private static final Map<String, WordList<SentimentCue>> BY_LANGUAGE = new HashMap<>();

    static {
        FILE.emoji().forEach((weight, emoji) -> emoji.forEach(one -> EMOJI.put(one, (double) weight)));
        FILE.languages().forEach((language, words) -> BY_LANGUAGE.put(language, list(words, language.equals("en"))));
    }

    private SentimentLexicon() {}

    static String model() {
        return FILE.id() + "." + FILE.version();
    }

    /** Returns the words of a language, or null when there is no list for it. */
    static @Nullable WordList<SentimentCue> of(@Nullable String language) {
        return language == null ? null : BY_LANGUAGE.get(baseOf(language));
    }

    /** Returns {@code zh} for {@code zh-Hant}. */
    static String baseOf(String language) {
        int hyphen = language.indexOf('-');
        return hyphen < 0 ? language : language.substring(0, hyphen);
    }

    static boolean isEmoticon(String chunk) {
        return EMOTICONS.containsKey(chunk);
    }

    /** Returns what an emoticon or a pictograph weighs, 0 when it is not listed. */
    static double weight(Tokens.Token sign) {
        Double weight = sign.kind() == Tokens.Kind.EMOTICON ? EMOTICONS.get(sign.folded()) : EMOJI.get(sign.folded());
        if (weight == null && sign.kind() == Tokens.Kind.EMOJI) {
            weight = EMOJI.get(Character.toString(sign.folded().codePointAt(0)));
        }
        return weight == null ? 0 : weight;
    }

    private static WordList<SentimentCue> list(SentimentFile.Words words, boolean english) {
        var list = new WordList.Builder<SentimentCue>();
        for (String word : words.negates()) {
            var role = words.negatesBefore().contains(word)
                    ? SentimentCue.Role.NEGATION_BOTH_WAYS
                    : SentimentCue.Role.NEGATION;
            list.add(word, new SentimentCue(word, role, 0));
        }
        for (String word : words.negatesBefore()) {
            list.add(word, new SentimentCue(word, SentimentCue.Role.NEGATION_BEHIND, 0));
        }
        words.contrasts().forEach(word -> list.add(word, new SentimentCue(word, SentimentCue.Role.CONTRAST, 0)));
        words.valence().forEach((weight, listed) -> listed.forEach(
                entry -> ClassificationFile.inflections(entry, words.endings()).forEach(word -> list.add(word,
                        new SentimentCue(word, SentimentCue.Role.VALENCE, weight, words.turnedFromBehind().contains(word))))));
        words.weakens().forEach(word -> list.add(word, new SentimentCue(word, SentimentCue.Role.DEGREE, -DEGREE)));
        words.strengthens().forEach(word -> list.add(word, new SentimentCue(word, SentimentCue.Role.DEGREE, DEGREE)));
        if (english) {
            readVader(list);
        }
        return list.build();
    }

    /** Each line is a word or emoticon, the mean of ten people's ratings, and two columns that are not needed here. */
    private static void readVader(WordList.Builder<SentimentCue> list) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SentimentAnalyzer.class.getResourceAsStream(VADER)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", -1);
                if (columns.length < 2) {
                    continue;
                }
                String term = columns[0];
                double weight = Double.parseDouble(columns[1]);
                if (WORD.matcher(term).matches()) {
                    list.add(term, new SentimentCue(term, SentimentCue.Role.VALENCE, weight));
                } else {
                    EMOTICONS.put(term, weight);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words as they are written down. */
    record SentimentFile(String id, int version, LocalDate date, List<String> sources, Map<Integer, List<String>> emoji,
            Map<String, Words> languages) {

        /**
         * @param endings by their name, for words written with it
         * @param valence words by what they weigh
         */
        record Words(Map<String, List<String>> endings, Map<Integer, List<String>> valence, List<String> strengthens,
                List<String> weakens, List<String> negates, List<String> negatesBefore, List<String> turnedFromBehind,
                List<String> contrasts) {}
    }
}
