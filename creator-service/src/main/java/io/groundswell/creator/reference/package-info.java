/**
 * Numbers that change with time or place: rows with the day from which they hold and the source they are from.
 *
 * <p>Always holds: a row is added and withdrawn, never changed, so an answer that names a row can be followed up for ever. Of
 * the rows with one key, those of the workspace go before those that came with the product, then the one that began last.
 * Nobody writes the rows that came with the product but a migration. Knows nothing of what the rows say.
 */
package io.groundswell.creator.reference;
