package io.groundswell.creator.scoring;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.MergedCreator;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Scores creators by what is known of them now. Nothing is stored: an answer carries all that it rests on. */
@ApplicationScoped
class Scores {
    static final ProblemType NOT_SCORED = new ProblemType("creator-not-scored", 409,
            "No score may be computed of this person");

    private final FitProfiles profiles;
    private final EvidenceReader evidence;

    Scores(FitProfiles profiles, EvidenceReader evidence) {
        this.profiles = profiles;
        this.evidence = evidence;
    }

    /** Returns the creator's score with every point explained. */
    Uni<FitScore> of(Workspace workspace, UUID creatorId, UUID profileId, @Nullable Long profileVersion) {
        return profile(workspace, profileId, profileVersion)
                .chain(profile -> evidence.read(workspace, List.of(creatorId), profile.criteria())
                        .map(found -> {
                            Candidate candidate = found.get(creatorId);
                            if (candidate == null) {
                                throw ProblemException.notFound("creator", creatorId);
                            }
                            UUID into = candidate.mergedInto();
                            if (into != null) {
                                throw MergedCreator.problem(creatorId, into);
                            }
                            if (!candidate.mayBeScored()) {
                                throw ProblemException.of(NOT_SCORED, "The creator is %s.".formatted(candidate.stage()));
                            }
                            return FitScore.of(profile, candidate.evidence());
                        }));
    }

    /** Ranks creators. */
    Uni<ScoreRanking> rank(Workspace workspace, ScoreRequest request) {
        return profile(workspace, request.profileId(), request.profileVersion())
                .chain(profile -> evidence.read(workspace, request.creatorIds(), profile.criteria())
                        .map(found -> ScoreRanking.of(profile, request.creatorIds(), found)));
    }

    /** A profile that was deleted scores nobody, in whichever version. */
    private Uni<FitProfile> profile(Workspace workspace, UUID id, @Nullable Long version) {
        Uni<FitProfile> latest = profiles.latest(workspace, id);
        return version == null ? latest : latest.chain(() -> profiles.version(workspace, id, version));
    }
}
