package io.groundswell.kit.precondition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;

/** Decides conditional requests. */
public final class Preconditions {
    /** RFC 9110 §5.6.1: empty elements of a list are skipped. */
    private static final Pattern TAG = Pattern.compile("[\\s,]*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*(?=,|$)");
    private static final Pattern NOTHING = Pattern.compile("[\\s,]*");

    private Preconditions() {}

    /**
     * Checks that a change is meant for the current version.
     *
     * @param ifMatch value of {@code If-Match}: a list of tags or {@code *}, or null when the header is absent; weak tags
     *            never match
     * @param current tag of what is stored
     * @throws ProblemException 428 {@code precondition-required} without a header, 412 {@code precondition-failed} when
     *             no tag matches, 400 {@code invalid-header} when the value is not a list of tags
     */
    public static void requireMatch(@Nullable String ifMatch, EntityTag current) {
        if (!matches("If-Match", require(ifMatch), current, false)) {
            throw ProblemException
                    .of(ProblemType.PRECONDITION_FAILED,
                            "The resource is now at " + current.headerValue() + ". Read it again and repeat the change.")
                    .withHeader("ETag", current.headerValue());
        }
    }

    /**
     * Returns the header's value, so that a request without it can be refused before anything is read.
     *
     * @throws ProblemException 428 {@code precondition-required}
     */
    public static String require(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(ProblemType.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the version that this change is based on.");
        }
        return ifMatch;
    }

    /**
     * Tells whether a read may be answered with 304 Not Modified.
     *
     * @param ifNoneMatch value of {@code If-None-Match}, or null when the header is absent; weak comparison, as RFC 9110
     *            asks for
     * @throws ProblemException 400 {@code invalid-header} when the value is not a list of tags
     */
    public static boolean notModified(@Nullable String ifNoneMatch, EntityTag current) {
        return ifNoneMatch != null && matches("If-None-Match", ifNoneMatch, current, true);
    }

    private static boolean matches(String header, String value, EntityTag current, boolean weakly) {
        if (value.strip().equals("*")) {
            return true;
        }
        for (Tag tag : parse(header, value)) {
            if ((weakly || !tag.weak()) && tag.opaque().equals(current.opaque())) {
                return true;
            }
        }
        return false;
    }

    private static List<Tag> parse(String header, String value) {
        List<Tag> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(value);
        int end = 0;
        while (end < value.length() && matcher.find() && matcher.start() == end) {
            tags.add(new Tag(matcher.group(1) != null, matcher.group(2)));
            end = matcher.end();
        }
        if (tags.isEmpty() || !NOTHING.matcher(value.substring(end)).matches()) {
            throw ProblemException.header(header, "malformed",
                    header + " must be * or a list of entity tags in double quotes.");
        }
        return tags;
    }

    private record Tag(boolean weak, String opaque) {}
}
