/**
 * The search index: a copy of what can be found of creators, one Lucene index for each workspace, kept by each replica for
 * itself.
 *
 * <p>Always holds: the index can be thrown away at any time, because it is made of the database and of nothing else; a
 * workspace's index is a directory of its own, so no query can reach another's; documents and the position up to which
 * changes were read are committed together, and a change that is read twice has one effect. A new index is the same follower
 * started at the first change: it is built beside the old one, which answers until the new one has caught up.
 *
 * <p>A match is a set of bits per segment: what words and ranges match, cut down by the kept set of each filter value. Facets
 * count the same sets. Pages are cut from a kept order of each segment, found by binary search, so that a late page costs what
 * the first costs. Only relevance, which no order can be kept for, is ranked by Lucene.
 *
 * <p>Knows no HTTP and nothing of what a filter is good for.
 */
package io.groundswell.creator.search.index;
