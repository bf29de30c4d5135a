package io.groundswell.advocacy.sharing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/** What an employee wants to share. */
public record ShareRequest(
        @Schema(required = true) Network network,
        @Schema(description = "Position of the wording in the pack, from 0; absent: the first for the network, else the first for any", examples = "0") @Nullable Integer variant) {

    public ShareRequest {
        InvalidValue.require(network, "network");
    }
}
