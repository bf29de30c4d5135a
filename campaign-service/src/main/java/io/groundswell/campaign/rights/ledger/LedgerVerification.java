package io.groundswell.campaign.rights.ledger;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Computes the chain anew, a thousand entries at a time. */
@ApplicationScoped
class LedgerVerification {
    private static final int ENTRIES_AT_A_TIME = 1000;

    private final LedgerReader reader;

    LedgerVerification(LedgerReader reader) {
        this.reader = reader;
    }

    /** What came out. */
    @Schema(name = "LedgerVerification")
    record Verification(
            boolean valid,
            @Schema(description = "How many entries were computed anew") long entries,
            @Schema(description = "The first entry that is not what it was or is missing; null when all are") @Nullable Long firstBrokenSeq,
            @Schema(description = "The last entry's hash. Note it with `entries` outside of this system: named later, it proves that nothing before was changed") String headHash) {}

    /** A hash that somebody noted earlier. */
    record Noted(long seq, String hash) {}

    /** Follows the chain from its first entry to its end as it is now. */
    Uni<Verification> verify(Workspace workspace, @Nullable Noted noted) {
        return reader.head(workspace).chain(head -> {
            var walk = new Walk(workspace, head, noted);
            return Uni.createFrom()
                    .deferred(() -> reader.after(workspace, walk.seq, ENTRIES_AT_A_TIME).map(walk::follows))
                    .repeat().whilst(isMore -> isMore)
                    .collect().last()
                    .map(_ -> walk.result());
        });
    }

    /** How far the chain was followed. */
    private static final class Walk {
        private final Workspace workspace;
        private final LedgerReader.Head head;
        private final @Nullable Noted noted;
        private long seq;
        private String hash = Ledger.BEGINNING;
        private boolean broken;

        Walk(Workspace workspace, LedgerReader.Head head, @Nullable Noted noted) {
            this.workspace = workspace;
            this.head = head;
            this.noted = noted;
        }

        /** Goes on over these entries; returns whether there are more to read. What was appended since the start is left alone. */
        boolean follows(List<LedgerEntry> entries) {
            for (LedgerEntry entry : entries) {
                if (seq >= head.seq()) {
                    return false;
                }
                if (!isNext(entry)) {
                    broken = true;
                    return false;
                }
                seq = entry.seq();
                hash = entry.hash();
            }
            return seq < head.seq() && !entries.isEmpty();
        }

        private boolean isNext(LedgerEntry entry) {
            return entry.seq() == seq + 1 && entry.prevHash().equals(hash) && entry.expectedHash(workspace).equals(entry.hash())
                    && (noted == null || noted.seq != entry.seq() || noted.hash.equals(entry.hash()));
        }

        Verification result() {
            boolean isWhole = !broken && seq == head.seq() && hash.equals(head.hash()) && (noted == null || noted.seq <= seq);
            return new Verification(isWhole, seq, isWhole ? null : seq + 1, hash);
        }
    }
}
