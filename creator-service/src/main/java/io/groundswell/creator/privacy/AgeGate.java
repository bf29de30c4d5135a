package io.groundswell.creator.privacy;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.Stage;
import io.groundswell.creator.creator.StageGate;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Nobody becomes active of whom it is not known that they are of age. */
@ApplicationScoped
class AgeGate implements StageGate {
    static final ProblemType AGE = new ProblemType("adulthood-not-confirmed", 409,
            "Only people who are known to be of age can be activated");

    private final CreatorPrivacies privacies;

    AgeGate(CreatorPrivacies privacies) {
        this.privacies = privacies;
    }

    @Override
    public Uni<Void> check(Workspace workspace, UUID creatorId, Stage next) {
        if (next != Stage.ACTIVE) {
            return Uni.createFrom().voidItem();
        }
        return privacies.find(workspace, creatorId)
                .map(known -> known == null ? AgeGroup.UNKNOWN : known.ageGroup())
                .invoke(AgeGate::requireAdult)
                .replaceWithVoid();
    }

    private static void requireAdult(AgeGroup group) {
        switch (group) {
            case ADULT -> {
                // May be activated.
            }
            case UNKNOWN -> throw ProblemException.of(AGE, "It is not known whether this person is 18 or older. Find out, then "
                    + "PATCH /v1/creators/{id}/privacy with ageGroup ADULT and ageSource.");
            case MINOR -> throw ProblemException.of(AGE, "This person is under 18.");
        }
    }
}
