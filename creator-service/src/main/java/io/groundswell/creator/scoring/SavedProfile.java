package io.groundswell.creator.scoring;

import java.time.Instant;

import io.groundswell.kit.precondition.EntityTag;

/**
 * A profile as it was saved last.
 *
 * @param createdAt when its first version was saved
 * @param updatedAt when this one was
 */
record SavedProfile(FitProfile latest, Instant createdAt, Instant updatedAt) {

    EntityTag tag() {
        return EntityTag.of(latest.id(), latest.version());
    }

    CustomerProfileView view() {
        return new CustomerProfileView(latest.id(), latest.name(), latest.criteria(), latest.weights(),
                latest.model().version(),
                FeaturePoints.most(latest), createdAt, updatedAt, latest.version());
    }
}
