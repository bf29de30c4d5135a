package io.groundswell.advocacy.sharing;

import java.util.UUID;

/** Tells that an employee got the text and link to share; no names. */
record SharePublished(UUID shareId, UUID packId, UUID campaignId, UUID employeeId, Network network, int variant) {
    static final String TYPE = "share.published";
}
