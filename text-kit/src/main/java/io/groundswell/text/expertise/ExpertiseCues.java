package io.groundswell.text.expertise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.groundswell.text.phrase.PhraseIndex;
import io.groundswell.text.phrase.PhraseIndex.Found;
import io.groundswell.text.phrase.Spellings;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Cues of expertise, and how a text shows it. Immutable and safe for use by many threads; made once and kept. */
public final class ExpertiseCues {
    private static final int LONGEST_CLAUSE = 200;
    private static final String CLAUSE_ENDS = "\n\r|•·;,.!?/。，、；！？｜／…・–—~～";

    private final String id;
    private final int version;
    private final LocalDate date;
    private final Map<ExpertiseKind, Map<String, List<String>>> cues;
    private final PhraseIndex<Meaning> index;

    private ExpertiseCues(CueFile file) {
        this.id = file.id();
        this.version = file.version();
        this.date = LocalDate.parse(file.date());
        Map<ExpertiseKind, Map<String, List<String>>> byKind = new EnumMap<>(ExpertiseKind.class);
        file.kinds().forEach(kind -> byKind.put(kind.kind(), Map.copyOf(kind.cues())));
        this.cues = Collections.unmodifiableMap(byKind);
        this.index = index(file);
    }

    /** Returns the cues that come with this library. They are read at the first call. */
    public static ExpertiseCues standard() {
        return Standard.CUES;
    }

    /** Returns the stable name of the list of cues. */
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

    /** Returns all cues, by kind and language. */
    public Map<ExpertiseKind, Map<String, List<String>>> cues() {
        return cues;
    }

    /** Returns the evidence in a text, in its order: each cue once, where it comes first; none within a longer cue. */
    public List<ExpertiseMatch> match(String text) {
        Map<Meaning.Cue, ExpertiseMatch> matches = new LinkedHashMap<>();
        List<Found<Meaning>> found = index.find(text);
        int coveredFrom = -1;
        int coveredTo = -1;
        for (Found<Meaning> one : found) {
            if (one.value() instanceof Meaning.Cue cue && !isVoid(text, one, cue, found)) {
                boolean same = one.start() == coveredFrom && one.end() == coveredTo;
                if (same || one.end() > coveredTo) {
                    coveredFrom = one.start();
                    coveredTo = one.end();
                    matches.putIfAbsent(cue,
                            new ExpertiseMatch(cue.kind(), one.in(text), clause(text, one), one.start(), cue.languages()));
                }
            }
        }
        return List.copyOf(matches.values());
    }

    private static boolean isVoid(String text, Found<Meaning> one, Meaning.Cue cue, List<Found<Meaning>> found) {
        for (Found<Meaning> other : found) {
            if (other.start() > one.start()) {
                return false;
            }
            boolean voids = switch (other.value()) {
                case Meaning.OtherSense(ExpertiseKind kind) -> kind == cue.kind() && other.covers(one);
                case Meaning.Voiding _ -> other.end() <= one.start()
                        && text.substring(other.end(), one.start()).chars().allMatch(c -> c == '-' || c == ' ');
                case Meaning.Cue _ -> false;
            };
            if (voids) {
                return true;
            }
        }
        return false;
    }

    private static String clause(String text, Found<Meaning> cue) {
        int start = cue.start();
        while (start > 0 && cue.end() - start < LONGEST_CLAUSE && CLAUSE_ENDS.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        int end = cue.end();
        while (end < text.length() && end - start < LONGEST_CLAUSE && CLAUSE_ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (start > 0 && start < cue.start() && Character.isLowSurrogate(text.charAt(start))) {
            start++;
        }
        if (end < text.length() && end > cue.end() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        return text.substring(start, end).strip();
    }

    private static PhraseIndex<Meaning> index(CueFile file) {
        PhraseIndex.Builder<Meaning> builder = new PhraseIndex.Builder<>();
        Set<String> voiding = new TreeSet<>();
        file.voidedBy().forEach(phrase -> voiding.addAll(Spellings.of(phrase, "und")));
        voiding.forEach(spelling -> builder.add(spelling, new Meaning.Voiding()));
        for (CueFile.Kind kind : file.kinds()) {
            cues(kind).forEach(builder::add);
            Set<String> otherSenses = new TreeSet<>();
            Objects.requireNonNullElse(kind.except(), List.<String>of())
                    .forEach(phrase -> otherSenses.addAll(Spellings.of(phrase, "und")));
            otherSenses.forEach(spelling -> builder.add(spelling, new Meaning.OtherSense(kind.kind())));
        }
        return builder.build();
    }

    /** Returns the cues of a kind by spelling; one that several languages share is one cue. */
    private static Map<String, Meaning.Cue> cues(CueFile.Kind kind) {
        Map<String, Set<String>> languages = new LinkedHashMap<>();
        Map<String, String> firstWritten = new LinkedHashMap<>();
        kind.cues().forEach((language, cues) -> cues.forEach(cue -> Spellings.of(cue, language).forEach(spelling -> {
            firstWritten.putIfAbsent(spelling, cue);
            languages.computeIfAbsent(Objects.requireNonNull(firstWritten.get(spelling)), _ -> new TreeSet<>()).add(language);
        })));
        Map<String, Meaning.Cue> bySpelling = new LinkedHashMap<>();
        firstWritten.forEach((spelling, cue) -> bySpelling.put(spelling, new Meaning.Cue(kind.kind(), cue,
                new ArrayList<>(Objects.requireNonNull(languages.get(cue))))));
        return bySpelling;
    }

    /** What a phrase says. */
    private sealed interface Meaning {
        /** What somebody is. */
        record Cue(ExpertiseKind kind, String cue, List<String> languages) implements Meaning {}

        /** That the cue right after it does not hold. */
        record Voiding() implements Meaning {}

        /** That a cue within says something else. */
        record OtherSense(ExpertiseKind kind) implements Meaning {}
    }

    private static final class Standard {
        static final ExpertiseCues CUES = read();

        private static ExpertiseCues read() {
            try (InputStream yaml = Objects.requireNonNull(ExpertiseCues.class.getResourceAsStream("cues.yaml"))) {
                return new ExpertiseCues(new YAMLMapper().readValue(yaml, CueFile.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
