package io.groundswell.creator.reference;

import java.time.LocalDate;

import io.groundswell.kit.problem.InvalidValue;

/**
 * What makes a number more than an opinion.
 *
 * @param validFrom first day on which it holds, in UTC
 * @param source who found it, where and when: 1 to 500 characters
 */
public record Provenance(LocalDate validFrom, String source) {
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final int LONGEST_SOURCE = 500;

    public Provenance {
        InvalidValue.require(validFrom, "validFrom");
        if (!isPossible(validFrom)) {
            throw new InvalidValue("validFrom", "out-of-range", "Must be from %s to %s.".formatted(FIRST_DAY, LAST_DAY));
        }
        source = InvalidValue.require(source, "source").strip();
        if (source.isEmpty()) {
            throw new InvalidValue("source", "required", "A number needs a source.");
        }
        if (source.codePointCount(0, source.length()) > LONGEST_SOURCE) {
            throw new InvalidValue("source", "too-long", "May have %d characters at most.".formatted(LONGEST_SOURCE));
        }
        if (source.codePoints().anyMatch(Provenance::isUnprintable)) {
            throw new InvalidValue("source", "control-character", "Must be one line of text without control characters.");
        }
    }

    static boolean isPossible(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    private static boolean isUnprintable(int c) {
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
