/**
 * Segments: searches that somebody keeps, and that stay live. Always holds: a segment is its criteria and never a list of
 * people, so whoever fits them tomorrow belongs to it tomorrow; criteria are checked when they are stored. Knows search, and no
 * creator.
 */
package io.groundswell.creator.segment;
