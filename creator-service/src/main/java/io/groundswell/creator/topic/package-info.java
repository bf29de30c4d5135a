/**
 * What creators make content about and in which language, read from their bios and the hashtags of their posts against the taxonomy of text-kit.
 * Derived whenever it is asked for, never stored, so that a new version of the taxonomy holds at once. Always holds: every
 * topic comes with its evidence, and the score follows from that evidence and the published weights alone. Knows the tables of
 * accounts and posts, but no other feature.
 */
package io.groundswell.creator.topic;
