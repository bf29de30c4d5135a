package io.groundswell.suite.demo.expectation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.ibm.icu.text.Normalizer2;

/**
 * What one campaign listens for, and whether a post is part of it.
 * <p>
 * Terms are equal when their NFKC_Casefold forms are (Unicode Standard, 3.13, D147): full width equals half width, case is folded fully (ß and ss, σ and ς), and
 * characters that are not seen, such as the emoji variation selector, do not count.
 *
 * @param name     the campaign's name
 * @param hashtags with or without the sign
 * @param mentions with or without the sign
 * @param startsAt first moment of the campaign, null for no limit
 * @param endsAt   last moment of the campaign, null for no limit
 */
record Listening(String name, Set<String> hashtags, Set<String> mentions, @Nullable Instant startsAt,
        @Nullable Instant endsAt) {

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final String NOT_IN_A_WORD = "(?<![\\p{L}\\p{Nd}_&#＃])";
    private static final String EMOJI = "\\p{IsExtended_Pictographic}\\p{IsEmoji_Modifier}";
    private static final String JOINERS = "\\x{200C}\\x{200D}";
    private static final Pattern HASHTAG = Pattern
            .compile(NOT_IN_A_WORD + "[#＃]([\\p{L}\\p{M}\\p{Nd}_" + JOINERS + EMOJI + "]+)");
    /** X and Mastodon make no hashtag of pictures. */
    private static final Set<String> NO_EMOJI = Set.of("X", "MASTODON");
    private static final Pattern HASHTAG_OF_LETTERS = Pattern.compile(NOT_IN_A_WORD + "[#＃]([\\p{L}\\p{M}\\p{Nd}_]+)");
    private static final Pattern MENTION = Pattern
            .compile("(?<![\\p{L}\\p{Nd}_])@(\\w+(?:[.-]\\w+)*)(?:@[\\w.-]+)?");

    Listening {
        hashtags = hashtags.stream().map(Listening::bare).collect(Collectors.toUnmodifiableSet());
        mentions = mentions.stream().map(Listening::bare).collect(Collectors.toUnmodifiableSet());
    }

    boolean covers(Instant publishedAt) {
        return (startsAt == null || !publishedAt.isBefore(startsAt)) && (endsAt == null || !publishedAt.isAfter(endsAt));
    }

    boolean hasHashtagOf(Line.Post post) {
        Pattern hashtag = NO_EMOJI.contains(post.network()) ? HASHTAG_OF_LETTERS : HASHTAG;
        return sharesAny(hashtags, found(hashtag, post.text(), post.hashtags()));
    }

    boolean isMentionedIn(Line.Post post) {
        return sharesAny(mentions, found(MENTION, post.text(), post.mentions()));
    }

    boolean matches(Line.Post post) {
        return covers(post.publishedAt()) && (hasHashtagOf(post) || isMentionedIn(post));
    }

    private static Set<String> found(Pattern pattern, String text, List<String> given) {
        Set<String> terms = new HashSet<>();
        pattern.matcher(LINK.matcher(text).replaceAll(" ")).results().forEach(hit -> terms.add(bare(hit.group(1))));
        given.forEach(term -> terms.add(bare(term)));
        return terms;
    }

    private static boolean sharesAny(Set<String> wanted, Set<String> found) {
        return found.stream().anyMatch(wanted::contains);
    }

    private static String bare(String term) {
        String folded = FOLD.normalize(term);
        return folded.startsWith("#") || folded.startsWith("@") ? folded.substring(1) : folded;
    }
}
