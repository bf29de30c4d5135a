package io.groundswell.advocacy.roster;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.bulk.BulkLine;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What became of one line of a roster. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RosterOutcome")
record RosterOutcome(
        @Schema(description = "Line of the body, from 1") long line,
        Outcome outcome,
        @Nullable UUID employeeId,
        @Schema(description = "Why it was rejected, kebab-case and stable") @Nullable String code,
        @Schema(description = "Where in the line, a JSON pointer as URI fragment") @Nullable String pointer,
        @Nullable String detail) implements LineOutcome {

    /** The outcomes there are; clients must expect new ones. */
    enum Outcome {
        /** New on the roster. */
        CREATED,
        /** Known, and something about the person changed. */
        UPDATED,
        /** Known, and nothing changed. */
        UNCHANGED,
        /** Not acceptable; the rest of the body is not affected. */
        REJECTED
    }

    static RosterOutcome of(long line, Outcome outcome, UUID employeeId) {
        return new RosterOutcome(line, outcome, employeeId, null, null, null);
    }

    static RosterOutcome unreadable(BulkLine.Unreadable line) {
        return new RosterOutcome(line.number(), Outcome.REJECTED, null, line.code(), "#", line.detail());
    }

    static RosterOutcome rejected(long line, InvalidValue reason) {
        FieldError error = reason.toFieldError();
        return new RosterOutcome(line, Outcome.REJECTED, null, error.code(), error.pointer(), error.detail());
    }

    static RosterOutcome erased(long line) {
        return new RosterOutcome(line, Outcome.REJECTED, null, "erased", "#",
                "This person was erased; nothing of the line was kept.");
    }

    static RosterOutcome refused(long line) {
        return new RosterOutcome(line, Outcome.REJECTED, null, "not-storable", "#", "The database refused this content.");
    }
}
