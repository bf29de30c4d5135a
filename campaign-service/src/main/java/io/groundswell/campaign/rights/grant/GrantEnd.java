package io.groundswell.campaign.rights.grant;

import io.groundswell.campaign.post.WithdrawalReason;
import io.groundswell.campaign.rights.ledger.LedgerKind;
import io.groundswell.campaign.rights.licence.GrantState;

/** How a grant ended. */
public enum GrantEnd {
    TIME_OVER(GrantState.EXPIRED, LedgerKind.GRANT_EXPIRED, WithdrawalReason.RIGHTS_EXPIRED),
    REPLY_EDITED(GrantState.REVOKED, LedgerKind.GRANT_REVOKED, WithdrawalReason.RIGHTS_REVOKED),
    REPLY_DELETED(GrantState.REVOKED, LedgerKind.GRANT_REVOKED, WithdrawalReason.RIGHTS_REVOKED),
    /** By the claim link. */
    REVOKED_BY_AUTHOR(GrantState.REVOKED, LedgerKind.GRANT_REVOKED, WithdrawalReason.RIGHTS_REVOKED),
    REVOKED_BY_BRAND(GrantState.REVOKED, LedgerKind.GRANT_REVOKED, WithdrawalReason.RIGHTS_REVOKED),
    AUTHOR_ERASED(GrantState.REVOKED, LedgerKind.GRANT_REVOKED, WithdrawalReason.RIGHTS_REVOKED);

    private final GrantState state;
    private final LedgerKind kind;
    private final WithdrawalReason reason;

    GrantEnd(GrantState state, LedgerKind kind, WithdrawalReason reason) {
        this.state = state;
        this.kind = kind;
        this.reason = reason;
    }

    GrantState state() {
        return state;
    }

    LedgerKind kind() {
        return kind;
    }

    WithdrawalReason withdrawalReason() {
        return reason;
    }
}
