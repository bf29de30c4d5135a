package io.groundswell.campaign.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The terms a text contains, folded.
 *
 * @param hashtags without {@code #}
 * @param mentions handles without the leading {@code @}; {@code name@server} where one was written
 * @param links as written
 */
public record TextTerms(Set<String> hashtags, Set<String> mentions, Set<String> links) {

    /** Reads a text by the common rule. */
    public static TextTerms in(String text) {
        return in(text, HashtagRules.COMMON);
    }

    /** Reads a text once, from left to right. A sign inside a link, a word or an HTML character reference starts no term. */
    public static TextTerms in(String text, HashtagRules rules) {
        Set<String> hashtags = new LinkedHashSet<>();
        var scanner = new Scanner(text, rules, (term, _, _) -> hashtags.add(term));
        scanner.scan();
        return new TextTerms(hashtags, scanner.mentions, scanner.links);
    }

    /** Returns the hashtags of a text with their places, in its order, as often as they come. */
    public static List<Hashtag> hashtagsIn(String text) {
        List<Hashtag> found = new ArrayList<>();
        new Scanner(text, HashtagRules.COMMON, (term, start, end) -> found.add(new Hashtag(term, start, end))).scan();
        return found;
    }

    /**
     * A hashtag where it was written.
     *
     * @param term folded, without its sign
     * @param start where its sign stands, in UTF-16 units
     * @param end behind its last character
     */
    public record Hashtag(String term, int start, int end) {}

    private interface HashtagReader {
        void read(String term, int start, int end);
    }

    private static final class Scanner {
        private final String text;
        private final HashtagRules rules;
        private final HashtagReader hashtags;
        private final Set<String> mentions = new LinkedHashSet<>();
        private final Set<String> links = new LinkedHashSet<>();
        private int position;

        Scanner(String text, HashtagRules rules, HashtagReader hashtags) {
            this.text = text;
            this.rules = rules;
            this.hashtags = hashtags;
        }

        void scan() {
            int before = ' ';
            while (position < text.length()) {
                int c = text.codePointAt(position);
                int start = position;
                if (HashtagRules.isHash(c) && rules.canFollow(before)) {
                    readHashtag();
                } else if (isAt(c) && canPrecedeMention(before)) {
                    readMention();
                } else if ((c == 'h' || c == 'H' || c == 'w' || c == 'W') && !HashtagRules.isWordPart(before)
                        && isLinkStart()) {
                    readLink();
                } else {
                    position += Character.charCount(c);
                }
                before = position > start + 1 ? text.codePointBefore(position) : c;
            }
        }

        private void readHashtag() {
            int start = position + 1;
            int end = start;
            while (end < text.length()) {
                int c = text.codePointAt(end);
                if (!rules.isPart(c)) {
                    break;
                }
                end += Character.charCount(c);
            }
            end = rules.end(text, start, end);
            position = Math.max(end, start);
            if (isNamed(start, end)) {
                String term = FoldedTerm.of(text.substring(start, end));
                if (!term.isEmpty()) {
                    hashtags.read(term, start - 1, end);
                }
            }
        }

        private boolean isNamed(int start, int end) {
            for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
                if (rules.names(text.codePointAt(at))) {
                    return true;
                }
            }
            return false;
        }

        private void readMention() {
            int start = position + 1;
            int end = handleEnd(start);
            if (end == start) {
                position = start;
                return;
            }
            if (end < text.length() && text.charAt(end) == '@') {
                int server = handleEnd(end + 1);
                end = server > end + 1 ? server : end;
            }
            mentions.add(FoldedTerm.of(text.substring(start, end)));
            position = end;
        }

        /** Dots and hyphens belong to a handle only between its letters: "thanks @cafe." ends a sentence. */
        private int handleEnd(int start) {
            int end = start;
            for (int i = start; i < text.length(); i++) {
                char c = text.charAt(i);
                if (isHandleLetter(c)) {
                    end = i + 1;
                } else if (!(c == '.' || c == '-') || i != end || i == start) {
                    break;
                }
            }
            return end;
        }

        private boolean isLinkStart() {
            return text.regionMatches(true, position, "https://", 0, 8) || text.regionMatches(true, position, "http://", 0, 7)
                    || text.regionMatches(true, position, "www.", 0, 4);
        }

        private void readLink() {
            int end = position;
            while (end < text.length() && !isLinkEnd(text.charAt(end))) {
                end++;
            }
            links.add(withoutFinalPunctuation(text.substring(position, end)));
            position = end;
        }

        private static String withoutFinalPunctuation(String link) {
            int end = link.length();
            while (end > 0 && ".,;:!?)]}'\"…".indexOf(link.charAt(end - 1)) >= 0) {
                end--;
            }
            return link.substring(0, end);
        }

        private static boolean isLinkEnd(char c) {
            return c <= ' ' || c == '<' || c == '>' || c == '"' || c == '\u3000' || Character.isSpaceChar(c);
        }

        private static boolean isAt(int c) {
            return c == '@' || c == '＠';
        }

        private static boolean canPrecedeMention(int before) {
            return !HashtagRules.isWordPart(before) && !isAt(before) && before != '.' && before != '-' && before != '+';
        }

        private static boolean isHandleLetter(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        }
    }
}
