/**
 * Discovery: creators found by words in any language and by what is known of them, with facets, in several orders.
 *
 * <p>The index finds, the database tells: an answer names creators by what the index held a moment ago and shows them as the
 * database holds them now, so nobody is shown who was erased or merged since. Always holds: the index is a copy that is made
 * anew when it is lost; lists of {@link io.groundswell.creator.creator.CreatorResource} never need it. Which creators changed is
 * read from {@code creator.changed_in}, which triggers write, so features do not know that they are searched. No feature depends
 * on this package but saved searches.
 */
package io.groundswell.creator.search;
