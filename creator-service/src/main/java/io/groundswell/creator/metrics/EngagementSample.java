package io.groundswell.creator.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.metrics.EngagementRate.Exclusion;
import io.groundswell.creator.metrics.EngagementRate.Parts;
import io.groundswell.creator.metrics.EngagementRate.Unmeasured;

/** The posts of an account as one method sees them: those it can measure, and how many it cannot. */
final class EngagementSample {
    private final EngagementRule rule;
    private final List<Measured> measured = new ArrayList<>();
    private long hiddenLikes;
    private long unknownAudience;

    EngagementSample(List<Reactions> posts, @Nullable Long followers, Method method, EngagementRule rule) {
        this.rule = rule;
        for (Reactions post : posts) {
            Double counted = post.counted(rule);
            Long audience = post.audience(method, followers);
            if (counted == null) {
                hiddenLikes++;
            } else if (audience == null) {
                unknownAudience++;
            } else {
                measured.add(new Measured(post, counted, audience));
            }
        }
    }

    private record Measured(Reactions post, double counted, long audience) {}

    int size() {
        return measured.size();
    }

    double[] rates() {
        return measured.stream().mapToDouble(post -> post.counted / post.audience).toArray();
    }

    /** Returns the audience of the typical post. */
    double audience() {
        return RateEstimate.median(measured.stream().mapToDouble(Measured::audience).toArray());
    }

    Parts parts() {
        return new Parts(sum(Reactions::likes), sum(Reactions::comments),
                rule.countsShares() ? sum(Reactions::shares) : null, rule.countsSaves() ? sum(Reactions::saves) : null,
                measured.stream().mapToLong(Measured::audience).sum());
    }

    private @Nullable Long sum(Function<Reactions, @Nullable Long> part) {
        Long sum = null;
        for (Measured one : measured) {
            Long value = part.apply(one.post);
            if (value != null) {
                sum = (sum == null ? 0 : sum) + value;
            }
        }
        return sum;
    }

    List<Exclusion> excluded() {
        List<Exclusion> excluded = new ArrayList<>();
        if (hiddenLikes > 0) {
            excluded.add(new Exclusion(Unmeasured.HIDDEN_LIKES, hiddenLikes));
        }
        if (unknownAudience > 0) {
            excluded.add(new Exclusion(Unmeasured.UNKNOWN_AUDIENCE, unknownAudience));
        }
        return excluded;
    }

    /** Returns why nothing could be measured. */
    Unmeasured reason() {
        if (hiddenLikes == 0 && unknownAudience == 0) {
            return Unmeasured.NO_POSTS;
        }
        return hiddenLikes >= unknownAudience ? Unmeasured.HIDDEN_LIKES : Unmeasured.UNKNOWN_AUDIENCE;
    }
}
