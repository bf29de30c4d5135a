package io.groundswell.creator.imports;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Seen;
import io.groundswell.kit.bulk.BulkLine;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One line of the report of an import. */
@Schema(name = "ImportOutcome")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportOutcome(
        @Schema(description = "Number of the line in the body; the first is 1") long line,
        Outcome outcome,
        @Nullable UUID creatorId,
        @Nullable UUID accountId,
        @Schema(description = "Why it was rejected, in kebab-case") @Nullable String code,
        @Schema(description = "Where in the line, as JSON pointer in URI fragment form") @Nullable String pointer,
        @Nullable String detail) implements LineOutcome {

    /** What became of a line. */
    public enum Outcome {
        CREATED, UPDATED, UNCHANGED, REJECTED
    }

    /**
     * @param trial whether nothing was kept: who would have been created has no id then
     */
    static ImportOutcome of(ImportLine line, Seen seen, boolean trial) {
        return switch (seen.outcome()) {
            case CREATED -> trial
                    ? new ImportOutcome(line.number(), Outcome.CREATED, null, null, null, null, null)
                    : stored(line, Outcome.CREATED, seen);
            case UPDATED -> stored(line, Outcome.UPDATED, seen);
            case UNCHANGED -> stored(line, Outcome.UNCHANGED, seen);
            case OPTED_OUT -> new ImportOutcome(line.number(), Outcome.REJECTED, seen.creatorId(), null, "opted-out", "#",
                    "This person opted out; nothing of the line was kept.");
            case ERASED -> rejected(line.number(), "erased", "#", "This person was erased; nothing of the line was kept.");
        };
    }

    static ImportOutcome unreadable(BulkLine.Unreadable line) {
        return rejected(line.number(), line.code(), "#", line.detail());
    }

    static ImportOutcome invalid(long line, InvalidValue reason) {
        FieldError error = reason.toFieldError();
        return rejected(line, error.code(), error.pointer(), error.detail());
    }

    static ImportOutcome refused(long line) {
        return rejected(line, "not-storable", "#", "The database cannot hold this line.");
    }

    private static ImportOutcome stored(ImportLine line, Outcome outcome, Seen seen) {
        return new ImportOutcome(line.number(), outcome, seen.creatorId(), seen.accountId(), null, null, null);
    }

    private static ImportOutcome rejected(long line, String code, String pointer, String detail) {
        return new ImportOutcome(line, Outcome.REJECTED, null, null, code, pointer, detail);
    }
}
