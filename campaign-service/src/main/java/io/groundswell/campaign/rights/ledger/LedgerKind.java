package io.groundswell.campaign.rights.ledger;

/** What an entry tells. An open list. */
public enum LedgerKind {
    REQUEST_CREATED, REQUEST_SENT, REQUEST_BLOCKED, REQUEST_DECLINED, REQUEST_EXPIRED, REPLY_REFUSED, GRANT_MADE,
    GRANT_EXPIRING,
    GRANT_EXPIRED, GRANT_REVOKED, POST_WITHDRAWN
}
