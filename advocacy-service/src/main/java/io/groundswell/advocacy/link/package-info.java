/**
 * Short links: a code that nobody can guess, and where it leads. A known link is answered from memory, whatever the state of
 * the database: {@link io.groundswell.advocacy.link.LinkTable} holds every active link of every workspace, is filled before
 * the service calls itself ready, and follows the database's changes within a second. Only a code that the table does not
 * have is looked up, once, under a short deadline.
 *
 * <p>A visitor has no token, so reading links is the one thing here that spans workspaces: the policy
 * {@code redirect_reads} admits {@code *} for reading {@code short_link}, which says nothing but where a code leads. Links are
 * written within their own workspace. Knows neither packs nor employees, and tells clicks to whoever listens.
 */
package io.groundswell.advocacy.link;
