package io.groundswell.creator.creator;

import java.util.List;
import java.util.UUID;

import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;

/** Whether two creators can be one person. */
final class MergePermit {
    static final ProblemType REFUSED = new ProblemType("merge-not-possible", 409, "These creators cannot be merged");
    private static final String SURVIVOR = "";
    private static final String ABSORBED = "absorb";

    private MergePermit() {}

    /**
     * Checks that there is somebody to merge, and nothing that tells the two apart.
     *
     * @throws ProblemException 409 {@code merge-not-possible} when one of them is merged or erased already, when they are two
     *             employees, or have too many tags together
     */
    static void require(Creator survivor, Creator absorbed) {
        requireThere(SURVIVOR, survivor);
        requireThere(ABSORBED, absorbed);
        Standing one = survivor.standing();
        Standing other = absorbed.standing();
        if (one.isOfAnotherEmployeeThan(other)) {
            throw refused(ABSORBED, "other-employee",
                    "Two people on the roster cannot be one. Correct the link of one of them.",
                    "This creator is linked to employee " + other.employeeId() + ", the other to " + one.employeeId() + ".");
        }
        int tags = one.unitedWith(other).tags().size();
        if (tags > Tags.MOST) {
            throw refused(ABSORBED, "too-many-tags", "Together they have more than %d tags. Take some away first."
                    .formatted(Tags.MOST), "The two have " + tags + " tags together.");
        }
    }

    private static void requireThere(String place, Creator creator) {
        UUID into = creator.mergedInto();
        if (into != null) {
            throw refused(place, "merged", "Creator %s was merged into %s. Merge with that one.".formatted(creator.id(), into),
                    "Was merged into " + into + ".");
        }
        if (creator.stage() == Stage.ERASED) {
            throw refused(place, "erased", "Nothing is left of an erased creator to merge.",
                    "Creator " + creator.id() + " was erased.");
        }
    }

    private static ProblemException refused(String place, String code, String detail, String error) {
        return ProblemException.of(REFUSED, detail, List.of(FieldError.field(place, code, error)));
    }
}
