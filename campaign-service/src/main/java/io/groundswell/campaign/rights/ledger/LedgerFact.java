package io.groundswell.campaign.rights.ledger;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened, before it has its place in the ledger.
 *
 * @param payload what else is to be known: texts that are codes or digests, whole numbers, lists of these. Never what names or
 *            quotes a person, because entries stay when the person is erased
 */
public record LedgerFact(LedgerKind kind, @Nullable UUID postId, @Nullable UUID requestId, @Nullable UUID grantId,
        Map<String, Object> payload) {

    public LedgerFact {
        payload = Map.copyOf(payload);
    }
}
