package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.creator.creator.Stage;

/** Creators ranked by their score. */
@Schema(name = "ScoreRanking")
public record ScoreRanking(
        UUID profileId,
        long profileVersion,
        @Schema(description = "Version of the score model", examples = "fit-2026-1") String model,
        @Schema(description = "The highest score first; of equal scores the lower id") List<Ranked> ranking,
        @Schema(description = "Those who have no score, by id") List<NotScored> notScored) {

    /** A creator in a ranking. */
    @Schema(name = "RankedCreator")
    public record Ranked(
            UUID creatorId,
            @Schema(description = "0 to 100: the sum of the contributions, exactly", examples = "62.5") BigDecimal score,
            @Schema(description = "Points that cannot be given because too little is known", examples = "20") BigDecimal open,
            @Schema(description = "What each wanted feature gives") List<FeaturePoints> contributions) {}

    /** A creator without a score. */
    @Schema(name = "CreatorNotScored")
    public record NotScored(UUID creatorId, NoScore reason) {}

    /** Why there is no score. */
    public enum NoScore {
        NOT_FOUND,
        /** Another creator has the accounts now. */
        MERGED,
        OPTED_OUT, ERASED
    }

    static ScoreRanking of(FitProfile profile, List<UUID> asked, Map<UUID, Candidate> candidates) {
        var prepared = new PreparedProfile(profile);
        List<Ranked> ranked = new ArrayList<>();
        List<NotScored> notScored = new ArrayList<>();
        for (UUID id : asked) {
            Candidate candidate = candidates.get(id);
            if (candidate == null) {
                notScored.add(new NotScored(id, NoScore.NOT_FOUND));
            } else if (candidate.mergedInto() != null) {
                notScored.add(new NotScored(id, NoScore.MERGED));
            } else if (!candidate.mayBeScored()) {
                notScored.add(new NotScored(id, candidate.stage() == Stage.ERASED ? NoScore.ERASED : NoScore.OPTED_OUT));
            } else {
                FitPoints points = prepared.points(candidate.evidence());
                ranked.add(new Ranked(id, points.score(), points.open(), points.contributions()));
            }
        }
        ranked.sort(Comparator.comparing(Ranked::score).reversed().thenComparing(Ranked::creatorId));
        return new ScoreRanking(profile.id(), profile.version(), profile.model().version(), ranked, notScored);
    }
}
