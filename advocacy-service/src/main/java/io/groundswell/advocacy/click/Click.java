package io.groundswell.advocacy.click;

import java.time.Instant;
import java.util.UUID;

/**
 * Someone followed a link.
 *
 * @param id given when the click happens; makes storing it again harmless
 * @param workspace key of the link's workspace
 * @param shareId what the click is counted for
 * @param visitor stands for one visitor of this link on this day, see {@link Visitors}
 * @param at to the millisecond
 * @param userAgent at most 512 characters; empty when the request told none
 */
record Click(UUID id, String workspace, UUID shareId, UUID visitor, Instant at, String userAgent) {}
