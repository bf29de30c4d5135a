package io.groundswell.campaign.moderation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a pattern becomes when repetitions are written out, from above and without writing them out. It need not know the
 * whole syntax: what it takes for a literal counts as one.
 */
final class RegexEstimate {
    private static final long ENOUGH = 1_000_000_000L;
    static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(,(\\d{0,9}))?\\}");
    /** What consumes nothing: a count behind it repeats what stands before it. */
    private static final Pattern TRANSPARENT = Pattern.compile("\\(\\?[^:)<>=!]*\\)|\\\\Q\\\\E");

    private final String pattern;
    private final Deque<Group> open = new ArrayDeque<>();
    private int position;

    private RegexEstimate(String pattern) {
        this.pattern = pattern;
    }

    /** Returns an upper bound of the number of instructions. */
    static long of(String pattern) {
        return new RegexEstimate(pattern).total();
    }

    private static final class Group {
        private long sum = 4;
        private long last;

        void add(long size) {
            sum = Math.min(ENOUGH, sum + size);
            last = size;
        }

        void repeat(long times) {
            long repeated = Math.min(ENOUGH, (last + 1) * times);
            sum = Math.min(ENOUGH, sum + repeated);
            last = repeated;
        }
    }

    private long total() {
        open.push(new Group());
        Matcher count = COUNT.matcher(pattern);
        Matcher transparent = TRANSPARENT.matcher(pattern);
        while (position < pattern.length()) {
            if (transparent.region(position, pattern.length()).lookingAt()) {
                position = transparent.end();
                continue;
            }
            char c = pattern.charAt(position);
            Group group = open.element();
            switch (c) {
                case '\\' -> group.add(escape());
                case '[' -> group.add(characterClass());
                case '(' -> open.push(new Group());
                case ')' -> close();
                case '*', '+', '?' -> group.repeat(1);
                case '|' -> group.add(2);
                case '{' -> {
                    if (count.region(position, pattern.length()).lookingAt()) {
                        group.repeat(times(count));
                        position = count.end() - 1;
                    } else {
                        group.add(1);
                    }
                }
                default -> group.add(1);
            }
            position++;
        }
        while (open.size() > 1) {
            close();
        }
        return open.element().sum;
    }

    private void close() {
        if (open.size() > 1) {
            long size = open.pop().sum;
            open.element().add(size);
        }
    }

    private static long times(MatchResult count) {
        String most = count.group(3);
        long least = Long.parseLong(count.group(1));
        return 1 + Math.max(least, most == null || most.isEmpty() ? 0 : Long.parseLong(most));
    }

    /** Passes over an escape sequence; the braces of {@code \x{1F600}} and {@code \p{Greek}} are no count, and a quotation is none. */
    private long escape() {
        position++;
        if (pattern.startsWith("Q", position)) {
            int end = pattern.indexOf("\\E", position);
            int start = position;
            position = end < 0 ? pattern.length() : end + 1;
            return Math.max(1, position - start);
        }
        if (position + 1 < pattern.length() && "xpP".indexOf(pattern.charAt(position)) >= 0
                && pattern.charAt(position + 1) == '{') {
            int end = pattern.indexOf('}', position);
            position = end < 0 ? pattern.length() : end;
        }
        return 1;
    }

    private long characterClass() {
        position = classEnd(pattern, position);
        return 1;
    }

    /** Returns where the character class that begins here has its last bracket; the pattern's length when it has none. */
    static int classEnd(String pattern, int start) {
        int end = start + 1;
        end += end < pattern.length() && pattern.charAt(end) == '^' ? 1 : 0;
        end += end < pattern.length() && pattern.charAt(end) == ']' ? 1 : 0;
        while (end < pattern.length() && pattern.charAt(end) != ']') {
            if (pattern.charAt(end) == '\\') {
                end++;
            } else if (pattern.startsWith("[:", end)) {
                int named = pattern.indexOf(":]", end + 2);
                end = named < 0 ? end : named + 1;
            }
            end++;
        }
        return Math.min(end, pattern.length());
    }
}
