/**
 * Whose data a request may touch. A token names exactly one workspace, and every statement runs in a transaction that has
 * told PostgreSQL that name first, so that row-level security refuses whatever a query forgot. Nothing here knows a table.
 */
package io.groundswell.kit.workspace;
