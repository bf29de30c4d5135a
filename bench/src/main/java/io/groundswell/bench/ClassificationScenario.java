package io.groundswell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.classification.Classification;
import io.groundswell.campaign.classification.Fingerprint;
import io.groundswell.campaign.classification.Label;
import io.groundswell.campaign.classification.PostClassifier;
import io.groundswell.campaign.classification.PostContent;
import io.groundswell.text.language.LanguageDetector;
import io.groundswell.text.topic.Taxonomy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How well posts are labelled, on tweets that people labelled (the validation splits of TweetEval, {@code -Dbench.tweets=FILE} of
 * {@code {"text":…, "task":…, "label":…}} lines; left out without it), how well near-duplicates are found among made-up edits, and
 * how long a post takes on one thread.
 */
final class ClassificationScenario {
    private static final String TWEETS = "bench.tweets";
    private static final Set<String> OFFENSIVE = Set.of("PROFANITY", "INSULT", "HATE", "SEXUAL");
    private static final Set<String> SENTIMENTS = Set.of("positive", "neutral", "negative");
    private static final int ROUNDS = 6;
    /** The collection writes some commas and quotation marks as escapes, and knows HTML's references. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private record Tweet(String text, String task, String label) {

        static Tweet of(JsonNode line) {
            String plain = ESCAPE.matcher(line.path("text").asText())
                    .replaceAll(escape -> Matcher.quoteReplacement(
                            Character.toString(Integer.parseInt(escape.group(1), 16))))
                    .replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'")
                    .replace("&amp;", "&");
            return new Tweet(plain, line.path("task").asText(), line.path("label").asText());
        }
    }

    private record Judged(Tweet tweet, Classification classification) {

        static Judged of(Tweet tweet, @Nullable String declared) {
            return new Judged(tweet, PostClassifier.classify(content(tweet.text(), declared)));
        }

        boolean is(String label) {
            return tweet.label().equals(label);
        }

        @Nullable
        String sentiment() {
            return classification.labels().stream().filter(label -> label.kind() == Label.Kind.SENTIMENT)
                    .map(label -> label.value().toLowerCase(Locale.ROOT)).findFirst().orElse(null);
        }

        boolean hasAny(Set<String> categories) {
            return classification.labels().stream()
                    .anyMatch(label -> label.kind() == Label.Kind.BRAND_SAFETY && categories.contains(label.value()));
        }
    }

    void run() {
        List<String> texts = MadeUpTexts.some(4_000);
        String file = System.getProperty(TWEETS);
        if (file == null || !Files.isReadable(Path.of(file))) {
            Bench.row("labels beside people's", "left out: -D" + TWEETS + "=FILE names no readable file", "", "");
        } else {
            List<Tweet> tweets = read(Path.of(file));
            evaluate(tweets);
            texts = tweets.stream().map(Tweet::text).toList();
        }
        new DuplicatesScenario().run();
        time(texts);
    }

    private static List<Tweet> read(Path file) {
        var json = new ObjectMapper();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> {
                try {
                    return Tweet.of(json.readTree(line));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void evaluate(List<Tweet> tweets) {
        List<Judged> declared = tweets.stream().map(tweet -> Judged.of(tweet, "en")).toList();
        List<Judged> undeclared = tweets.stream().map(tweet -> Judged.of(tweet, null)).toList();
        sentiment("sentiment, declared English", of(declared, "sentiment"));
        sentiment("sentiment, no language declared", of(undeclared, "sentiment"));
        List<Judged> offensive = of(declared, "offensive");
        report("offensive by PROFANITY, INSULT, HATE or SEXUAL", offensive, judged -> judged.is("offensive"),
                judged -> judged.hasAny(OFFENSIVE));
        report("offensive by PROFANITY or INSULT", offensive, judged -> judged.is("offensive"),
                judged -> judged.hasAny(Set.of("PROFANITY", "INSULT")));
        List<Judged> hate = of(declared, "hate");
        report("hate by HATE", hate, judged -> judged.is("hate"), judged -> judged.hasAny(Set.of("HATE")));
        report("hate by HATE or INSULT", hate, judged -> judged.is("hate"), judged -> judged.hasAny(Set.of("HATE", "INSULT")));
        languages(undeclared);
    }

    private static List<Judged> of(List<Judged> all, String task) {
        return all.stream().filter(judged -> judged.tweet().task().equals(task)).toList();
    }

    /** A post without a label counts as neutral, and is told. */
    private static void sentiment(String what, List<Judged> all) {
        double f1 = 0;
        for (String label : SENTIMENTS.stream().sorted().toList()) {
            f1 += report(what + ", " + label, all, judged -> judged.is(label),
                    judged -> label.equals(judged.sentiment() == null ? "neutral" : judged.sentiment()));
        }
        long right = all.stream()
                .filter(judged -> judged.is(judged.sentiment() == null ? "neutral" : judged.sentiment())).count();
        long none = all.stream().filter(judged -> judged.sentiment() == null).count();
        Bench.row(what, "macro-F1 " + Bench.ratio(f1 / SENTIMENTS.size()) + ", accuracy " + share(right, all),
                "n = " + all.size() + ", without a label " + share(none, all), "");
    }

    /** Prints precision, recall and F1, and returns the last. */
    private static double report(String what, List<Judged> all, Predicate<Judged> truth, Predicate<Judged> said) {
        double both = all.stream().filter(truth.and(said)).count();
        long real = all.stream().filter(truth).count();
        long told = all.stream().filter(said).count();
        double precision = told == 0 ? 0 : both / told;
        double recall = both / real;
        double f1 = both == 0 ? 0 : 2 * precision * recall / (precision + recall);
        Bench.row(what, "precision " + Bench.ratio(precision) + ", recall " + Bench.ratio(recall),
                "n = " + real + " of " + all.size() + ", said of " + told, "F1 " + Bench.ratio(f1));
        return f1;
    }

    private static void languages(List<Judged> all) {
        long english = all.stream().filter(judged -> "en".equals(judged.classification().language().detected())).count();
        long none = all.stream().filter(judged -> judged.classification().language().detected() == null).count();
        Bench.row("language of English tweets", "English " + share(english, all) + ", unknown " + share(none, all),
                "n = " + all.size(), "");
    }

    private static String share(long part, Collection<?> all) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all.size());
    }

    private static void time(List<String> texts) {
        Taxonomy taxonomy = Taxonomy.standard();
        micros("language", texts, text -> LanguageDetector.detect(text).hashCode());
        micros("topics", texts, text -> taxonomy.match(text).size());
        micros("language and all labels", texts, text -> PostClassifier.classify(content(text, null)).labels().size());
        micros("fingerprint", texts, text -> Fingerprint.of(text).map(Fingerprint::bands).map(bands -> bands.length).orElse(1));
    }

    /** The best of some rounds: the first ones run in code that is not compiled yet. */
    private static void micros(String what, List<String> texts, ToIntFunction<String> work) {
        double best = Double.MAX_VALUE;
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            for (String text : texts) {
                sum += work.applyAsInt(text);
            }
            best = Math.min(best, (System.nanoTime() - begin) / 1e3 / texts.size());
        }
        if (sum == 0) {
            throw new IllegalStateException("Nothing was found, so nothing was measured");
        }
        double characters = texts.stream().collect(Collectors.averagingInt(String::length));
        Bench.row("a post, one thread: " + what, String.format(Locale.ROOT, "%.1f µs", best),
                String.format(Locale.ROOT, "%.0f characters on average", characters), "");
    }

    private static PostContent content(String text, @Nullable String declared) {
        return new PostContent(text, Set.of(), Set.of(), Set.of(), declared);
    }
}
