package io.groundswell.kit.trial;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** A document with a member of every type that clients get wrong. */
public record Trial(String name, int count, @Nullable Instant startsAt, @Nullable Colour colour,
        @Nullable List<Part> parts) {

    /** A closed set of values. */
    public enum Colour {
        RED, GREEN
    }

    /** A part with a rule of its own. */
    public record Part(String kind, double share) {
        public Part {
            InvalidValue.require(kind, "kind");
            if (share < 0 || share > 1) {
                throw new InvalidValue("share", "out-of-range", "share must be within 0 and 1.");
            }
        }
    }

    public Trial {
        InvalidValue.require(name, "name");
    }
}
