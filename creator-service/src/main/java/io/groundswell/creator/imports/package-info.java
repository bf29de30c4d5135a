/**
 * Files of accounts, line by line, into creators. A line is read as strictly as a request, an outcome is told for each, and
 * the same file again changes nothing. Knows what a line may say; what an account is, it leaves to
 * {@link io.groundswell.creator.creator}.
 */
package io.groundswell.creator.imports;
