package io.groundswell.creator.customer;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.bulk.BulkLine;
import io.groundswell.kit.bulk.LineOutcome;
import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonInclude;

/** One line of the report of an import of customers. */
@Schema(name = "CustomerOutcome")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerOutcome(
        @Schema(description = "Number of the line in the body; the first is 1") long line,
        Outcome outcome,
        @Nullable UUID creatorId,
        @Schema(description = "By what the creator was recognised; absent for a new one") @Nullable List<Match> matchedBy,
        @Schema(description = "Creators to whom others of the line's handles belong: likely the same person, for you to merge") @Nullable List<UUID> otherCreatorIds,
        @Schema(description = "Why it was rejected, in kebab-case") @Nullable String code,
        @Schema(description = "Where in the line, as JSON pointer in URI fragment form") @Nullable String pointer,
        @Nullable String detail) implements LineOutcome {

    /** What became of a line. */
    public enum Outcome {
        CREATED, UPDATED, UNCHANGED,
        /** Nobody is known by the address and the line names no account: nothing was kept. */
        UNMATCHED, REJECTED
    }

    /** By what a creator can be recognised. */
    public enum Match {
        EMAIL, HANDLE
    }

    static CustomerOutcome stored(long line, Outcome outcome, @Nullable UUID creatorId, List<Match> matchedBy,
            List<UUID> others) {
        return new CustomerOutcome(line, outcome, creatorId, matchedBy.isEmpty() ? null : matchedBy,
                others.isEmpty() ? null : others, null, null, null);
    }

    static CustomerOutcome unmatched(long line) {
        return new CustomerOutcome(line, Outcome.UNMATCHED, null, null, null, null, null,
                "No creator is known by this address, and the line names no account. Nothing was kept.");
    }

    static CustomerOutcome optedOut(long line, UUID creatorId) {
        return new CustomerOutcome(line, Outcome.REJECTED, creatorId, null, null, "opted-out", "#",
                "This person opted out; nothing of the line was kept.");
    }

    static CustomerOutcome unreadable(BulkLine.Unreadable line) {
        return rejected(line.number(), line.code(), "#", line.detail());
    }

    static CustomerOutcome invalid(long line, InvalidValue reason) {
        FieldError error = reason.toFieldError();
        return rejected(line, error.code(), error.pointer(), error.detail());
    }

    static CustomerOutcome refused(long line) {
        return rejected(line, "not-storable", "#", "The database cannot hold this line.");
    }

    private static CustomerOutcome rejected(long line, String code, String pointer, String detail) {
        return new CustomerOutcome(line, Outcome.REJECTED, null, null, null, code, pointer, detail);
    }
}
