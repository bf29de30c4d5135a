/**
 * How services tell each other what happened. An event is written in the transaction of the change it reports, read as a
 * feed in commit order, and applied by each reader in the same transaction as the reader's new position: exactly one
 * effect, whatever is killed in between. The table's first columns are those that Debezium's event router reads, so a
 * broker can be put behind it without touching the writers. Knows no event's meaning.
 */
package io.groundswell.kit.outbox;
