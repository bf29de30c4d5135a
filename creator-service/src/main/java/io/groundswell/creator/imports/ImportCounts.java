package io.groundswell.creator.imports;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.bulk.LineOutcome;

/** How many lines became what. */
@Schema(name = "ImportCounts")
public record ImportCounts(long created, long updated, long unchanged,
        @Schema(description = "Customers in whom nobody could be recognised") long unmatched, long rejected) {

    static ImportCounts of(List<LineOutcome> decided, List<LineOutcome> stored) {
        return new ImportCounts(count("CREATED", decided, stored),
                count("UPDATED", decided, stored), count("UNCHANGED", decided, stored),
                count("UNMATCHED", decided, stored), count("REJECTED", decided, stored));
    }

    private static long count(String outcome, List<LineOutcome> decided, List<LineOutcome> stored) {
        return decided.stream().filter(line -> line.outcome().name().equals(outcome)).count()
                + stored.stream().filter(line -> line.outcome().name().equals(outcome)).count();
    }
}
