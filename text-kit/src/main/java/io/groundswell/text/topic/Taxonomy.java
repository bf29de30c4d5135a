package io.groundswell.text.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.groundswell.text.phrase.PhraseIndex;
import io.groundswell.text.phrase.Spellings;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * Topics, and how a text shows that it is about them. Immutable and safe for use by many threads; made once and kept, because
 * making one takes some hundred times as long as reading a text with it.
 */
public final class Taxonomy {
    /** The languages in which every topic has its name and keywords. */
    public static final List<String> LANGUAGES = List.of("en", "zh-Hant", "zh-Hans", "es", "de", "fr", "ja");

    private final String id;
    private final int version;
    private final LocalDate date;
    private final EvidenceWeights weights;
    private final Map<String, Topic> topics;
    private final PhraseIndex<Meaning> index;

    private Taxonomy(TaxonomyFile file) {
        this.id = file.id();
        this.version = file.version();
        this.date = LocalDate.parse(file.date());
        this.weights = file.weights();
        this.topics = topics(file.topics());
        this.index = index(topics.values(), file.affixes());
    }

    /** Returns the taxonomy that comes with this library. It is read at the first call. */
    public static Taxonomy standard() {
        return Standard.TAXONOMY;
    }

    /**
     * Reads a taxonomy from YAML in UTF-8.
     *
     * @throws IllegalArgumentException when it breaks a rule
     * @throws UncheckedIOException when it cannot be read, or is not written as a taxonomy is
     */
    public static Taxonomy read(InputStream yaml) {
        try {
            return new Taxonomy(new YAMLMapper().readValue(yaml, TaxonomyFile.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the stable name of the taxonomy. */
    public String id() {
        return id;
    }

    /** Returns what grows with each change of meaning. */
    public int version() {
        return version;
    }

    /** Returns the day of this version. */
    public LocalDate date() {
        return date;
    }

    /** Returns how much a piece of evidence says. */
    public EvidenceWeights weights() {
        return weights;
    }

    /** Returns all topics; a parent comes before its children. */
    public Collection<Topic> topics() {
        return topics.values();
    }

    /** Returns a topic, or null when there is none of this id. */
    public @Nullable Topic topic(String topicId) {
        return topics.get(topicId);
    }

    /**
     * Returns the evidence in a text, in the order of the text: each keyword of a topic once, where it comes first. Words
     * within a longer keyword are no evidence of their own: latte art is coffee, not art.
     */
    public List<TopicMatch> match(String text) {
        List<PhraseIndex.Found<Meaning>> found = index.find(text);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Meaning.Keyword, TopicMatch> matches = new LinkedHashMap<>();
        PhraseIndex.Found<Meaning> longest = found.getFirst();
        for (PhraseIndex.Found<Meaning> one : found) {
            if (one.value() instanceof Meaning.Keyword keyword && !isExcepted(one, keyword, found)) {
                // By where they begin, longer ones first: only what reaches furthest so far can hold another.
                boolean within = longest.value() instanceof Meaning.Keyword && longest.covers(one) && !one.covers(longest);
                if (!within) {
                    longest = one.end() >= longest.end() || longest.value() instanceof Meaning.OtherSense ? one : longest;
                    matches.putIfAbsent(keyword, new TopicMatch(keyword.topic(), one.in(text), one.start(), keyword.keyword(),
                            keyword.languages()));
                }
            }
        }
        return List.copyOf(matches.values());
    }

    /**
     * Returns the evidence in a hashtag.
     *
     * @param hashtag without its sign, folded or as it was written
     */
    public List<TopicMatch> matchHashtag(String hashtag) {
        return match("#" + hashtag);
    }

    private static boolean isExcepted(PhraseIndex.Found<Meaning> one, Meaning.Keyword keyword,
            List<PhraseIndex.Found<Meaning>> found) {
        for (PhraseIndex.Found<Meaning> other : found) {
            if (other.start() > one.start()) {
                return false;
            }
            if (other.value() instanceof Meaning.OtherSense sense && sense.topic().equals(keyword.topic())
                    && other.covers(one)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Topic> topics(List<TaxonomyFile.Entry> entries) {
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (TaxonomyFile.Entry entry : entries) {
            Topic topic = entry.topic();
            String parent = topic.parent();
            if (parent != null) {
                Topic above = topics.get(parent);
                if (above == null || above.parent() != null) {
                    throw new IllegalArgumentException(
                            "The parent of topic %s must be one of the first level that stands before it"
                                    .formatted(topic.id()));
                }
            }
            if (topics.put(topic.id(), topic) != null) {
                throw new IllegalArgumentException("Topic %s is there twice".formatted(topic.id()));
            }
        }
        return java.util.Collections.unmodifiableMap(topics);
    }

    private static PhraseIndex<Meaning> index(Collection<Topic> topics, TaxonomyFile.Affixes affixes) {
        PhraseIndex.Builder<Meaning> builder = new PhraseIndex.Builder<Meaning>()
                .affixes(affixes.before(), affixes.after());
        for (Topic topic : topics) {
            keywords(topic).forEach(builder::add);
            Set<String> exceptions = new LinkedHashSet<>();
            topic.except().forEach(phrase -> exceptions.addAll(Spellings.of(phrase, "und")));
            exceptions.forEach(spelling -> builder.add(spelling, new Meaning.OtherSense(topic.id())));
        }
        return builder.build();
    }

    /** Returns a topic's keywords by spelling; one that several languages share is one keyword. */
    private static Map<String, Meaning.Keyword> keywords(Topic topic) {
        Map<String, String> firstWritten = new LinkedHashMap<>();
        Map<String, Set<String>> languages = new LinkedHashMap<>();
        topic.keywords().forEach((language, keywords) -> keywords.forEach(
                keyword -> Spellings.of(keyword, language).forEach(spelling -> {
                    firstWritten.putIfAbsent(spelling, keyword);
                    languages.computeIfAbsent(Objects.requireNonNull(firstWritten.get(spelling)), _ -> new TreeSet<>())
                            .add(language);
                })));
        Map<String, Meaning.Keyword> keywords = new LinkedHashMap<>();
        firstWritten.forEach((spelling, keyword) -> keywords.put(spelling, new Meaning.Keyword(topic.id(), keyword,
                List.copyOf(Objects.requireNonNull(languages.get(keyword))))));
        return keywords;
    }

    /** What a phrase says. */
    private sealed interface Meaning {
        /** That the text is about the topic. */
        record Keyword(String topic, String keyword, List<String> languages) implements Meaning {}

        /** That what lies within says nothing of the topic. */
        record OtherSense(String topic) implements Meaning {}
    }

    private static final class Standard {
        static final Taxonomy TAXONOMY = read();

        private static Taxonomy read() {
            try (InputStream yaml = Objects.requireNonNull(Taxonomy.class.getResourceAsStream("taxonomy.yaml"))) {
                return Taxonomy.read(yaml);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
