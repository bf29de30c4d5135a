package io.groundswell.creator.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.problem.InvalidValue;

/** That a person is to be erased. */
public record ErasureOrder(
        @Schema(required = true, description = "The ground of Art. 17(1) GDPR; it is kept, with the time and whoever ordered it") ErasureGround ground) {

    public ErasureOrder {
        ground = InvalidValue.require(ground, "ground");
    }
}
