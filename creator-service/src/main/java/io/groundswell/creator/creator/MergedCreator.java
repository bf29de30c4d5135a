package io.groundswell.creator.creator;

import java.util.UUID;

import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;

/** The answer to whoever asks for a creator who went up in another. Not for ever: a merge can be taken back. */
public final class MergedCreator {
    static final ProblemType TYPE = new ProblemType("creator-merged", 404, "This creator was merged into another");

    private MergedCreator() {}

    /** Returns a 404 {@code creator-merged}, which names the creator to go on with. */
    public static ProblemException problem(UUID id, UUID into) {
        return ProblemException.of(TYPE, "Creator %s was merged into %s.".formatted(id, into))
                .withHeader("Link", "</v1/creators/" + into + ">; rel=\"canonical\"");
    }
}
