/**
 * Which feeds of other services creator-service follows. Knows no event's meaning.
 */
package io.groundswell.creator.feed;
