package io.groundswell.creator.scoring;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Stage;

/**
 * A creator who may be scored.
 *
 * @param stage how far the relationship has come
 * @param mergedInto who has this one's accounts now; null: the creator stands alone
 * @param evidence what is known of the creator
 */
record Candidate(Stage stage, @Nullable UUID mergedInto, CreatorEvidence evidence) {

    /** Tells whether a score may be computed: a score is a judgement on a person, and this person may have said no to that. */
    boolean mayBeScored() {
        return stage != Stage.OPTED_OUT && stage != Stage.ERASED;
    }
}
