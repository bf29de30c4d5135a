package io.groundswell.campaign.listening.webhook;

/** What could be made of something delivered. An open list: clients must expect new values. */
public enum DeliveryOutcome {
    /** All that matters was told. */
    UNDERSTOOD,
    /** Ids alone were told: who wants to know more asks Instagram for them, with a token of the account. */
    NEEDS_LOOKUP,
    /** Of no concern here. */
    IGNORED
}
